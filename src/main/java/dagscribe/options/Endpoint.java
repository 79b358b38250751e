package dagscribe.options;

import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;

/** Who is asked. */
public sealed interface Endpoint extends Serializable {

  /** What the environment of the process that calls names, else Anthropic's own service. */
  record Default() implements Endpoint {}

  /** Anthropic's own service. */
  record Anthropic() implements Endpoint {}

  /** The simulated server, embedded in this process. */
  record Simulated() implements Endpoint {}

  /**
   * A server that speaks the Messages API.
   *
   * @param baseUrl http or https, without user, query and fragment
   */
  record Url(URI baseUrl) implements Endpoint {}

  /** Stands for no choice of the operator's. */
  String DEFAULT = "default";

  /** Parses the value of {@code --endpoint}. */
  static Endpoint parse(String text) {
    return switch (text) {
      case DEFAULT -> new Default();
      case "anthropic" -> new Anthropic();
      case "simulated" -> new Simulated();
      default -> new Url(baseUrl(text));
    };
  }

  /** What may be said. */
  String ALLOWED = "default, anthropic, simulated or an http(s) URL";

  private static URI baseUrl(String text) {
    try {
      URI url = new URI(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
        throw UsageException.of("endpoint", text, ALLOWED);
      }
      if (url.getUserInfo() != null) {
        throw new UsageException(
            "--endpoint: must hold neither user nor password; " + Secrets.WHERE_THE_KEY_GOES);
      }
      return url;
    } catch (URISyntaxException e) {
      throw UsageException.of("endpoint", text, ALLOWED);
    }
  }
}
