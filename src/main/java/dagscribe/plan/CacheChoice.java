package dagscribe.plan;

import dagscribe.cache.InstructionCaches;
import dagscribe.options.CacheLocation;
import dagscribe.options.Endpoint;
import dagscribe.options.UsageException;

/**
 * Where answers are kept if the operator leaves it open: a file in the user's cache folder, one for
 * Anthropic's service and one for each other host, so that one server's answers never pass for
 * another's. What the embedded simulated server says is forgotten with the process.
 */
public final class CacheChoice {

  private static final String MEMORY = "memory";
  private static final String SUFFIX = ".sqlite";

  private CacheChoice() {}

  /** URL of the cache. */
  public static String url(CacheLocation given, Endpoint endpoint) {
    if (!given.isDefault()) {
      return given.text();
    }
    if (endpoint instanceof Endpoint.Simulated) {
      return MEMORY;
    }
    String file =
        InstructionCaches.defaultUrl(System.getenv(), System.getProperty("user.home", ""))
            .orElseThrow(
                () ->
                    new UsageException(
                        "--cache: this user has no home folder: set HOME or XDG_CACHE_HOME to a"
                            + " folder that can be written to, or name the cache with"
                            + " --cache=sqlite:PATH"));
    if (endpoint instanceof Endpoint.Url url) {
      String base = file.substring(0, file.length() - SUFFIX.length());
      return base + "-" + url.baseUrl().getHost() + SUFFIX;
    }
    return file;
  }
}
