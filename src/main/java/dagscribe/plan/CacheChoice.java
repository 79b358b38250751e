package dagscribe.plan;

import dagscribe.cache.CacheUrl;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * Where answers are kept if the operator leaves it open: a file in the user's cache folder, one for
 * Anthropic's service and one for each other host, so that one server's answers never pass for
 * another's. What the embedded simulated server says is forgotten with the process.
 */
public final class CacheChoice {

  private static final String NAME = "answers";

  private CacheChoice() {}

  /** The cache of a run. */
  static CacheUrl of(RunConfig config) {
    return of(config.spending().cache(), config.calling().endpoint());
  }

  /**
   * The cache.
   *
   * @param given what the operator names; null if it is left open
   */
  public static CacheUrl of(@Nullable CacheUrl given, Endpoint endpoint) {
    if (given != null) {
      return given;
    }
    if (endpoint instanceof Endpoint.Simulated) {
      return new CacheUrl("memory");
    }
    String name =
        endpoint instanceof Endpoint.Url url ? NAME + "-" + url.baseUrl().getHost() : NAME;
    return CacheUrl.ofUser(System.getenv(), System.getProperty("user.home", ""), name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--cache: this user has no home folder: set HOME or XDG_CACHE_HOME to a"
                        + " folder that can be written to, or name the cache with"
                        + " --cache=sqlite:PATH"));
  }
}
