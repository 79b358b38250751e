package dagscribe.claude.environment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the environment of a process says about calls: {@code ANTHROPIC_BASE_URL}, {@code
 * ANTHROPIC_API_KEY}, {@code ANTHROPIC_AUTH_TOKEN}, {@code ANTHROPIC_CUSTOM_HEADERS}, {@code
 * HTTPS_PROXY}, {@code HTTP_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, read as Anthropic's
 * SDKs for Python, TypeScript and Java do. A variable that is empty is not set.
 *
 * <p>Holds secrets: it is not serializable, and nothing of it but addresses shows. Immutable.
 */
public final class CallEnvironment {

  /** Variable with the API key. */
  public static final String KEY = "ANTHROPIC_API_KEY";

  /** Variable with a token for a gateway; the key goes before it. */
  public static final String TOKEN = "ANTHROPIC_AUTH_TOKEN";

  /** Variable with the address of the server. */
  public static final String BASE_URL = "ANTHROPIC_BASE_URL";

  /** An environment that says nothing, and names no proxy. */
  public static final CallEnvironment NONE =
      new CallEnvironment(null, null, CustomHeaders.NONE, Proxies.NONE, List.of());

  private final @Nullable URI baseUrl;
  private final @Nullable String secret;
  private final CustomHeaders custom;
  private final Proxies proxies;
  private final List<String> remarks;

  private CallEnvironment(
      @Nullable URI baseUrl,
      @Nullable String secret,
      CustomHeaders custom,
      Proxies proxies,
      List<String> remarks) {
    this.baseUrl = baseUrl;
    this.secret = secret;
    this.custom = custom;
    this.proxies = proxies;
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Reads the variables.
   *
   * @param variables value of a variable, null if it is not set
   * @throws EnvironmentException if one has a value that cannot be used
   */
  public static CallEnvironment read(UnaryOperator<@Nullable String> variables) {
    String key = given(variables, KEY);
    String token = given(variables, TOKEN);
    String lines = given(variables, CustomHeaders.VARIABLE);
    CustomHeaders custom = lines == null ? CustomHeaders.NONE : CustomHeaders.parse(lines);
    List<String> remarks = new ArrayList<>();
    if (key != null && token != null) {
      remarks.add(KEY + " and " + TOKEN + " are both set: the key is sent");
    }
    custom
        .linesWithoutColon()
        .forEach(n -> remarks.add(CustomHeaders.VARIABLE + ", line " + n + ": no colon, ignored"));
    String variable = key == null ? TOKEN : KEY;
    String secret = key == null ? token : key;
    return new CallEnvironment(
        baseUrl(variables),
        secret == null ? null : HeaderText.checkedSecret(variable, secret),
        custom,
        Proxies.read(variables),
        remarks);
  }

  private static @Nullable String given(UnaryOperator<@Nullable String> variables, String name) {
    String value = variables.apply(name);
    return value == null || HeaderText.trimmed(value).isEmpty() ? null : value;
  }

  /**
   * Address of the server to ask; null if the environment names none.
   *
   * @param variables value of a variable, null if it is not set
   * @throws EnvironmentException if it is no address
   */
  public static @Nullable URI baseUrl(UnaryOperator<@Nullable String> variables) {
    String text = given(variables, BASE_URL);
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(HeaderText.trimmed(text));
      boolean isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (isWeb && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
        return withoutUser(url);
      }
    } catch (URISyntaxException e) {
      // Its message holds the text, and that may hold a password.
    }
    throw new EnvironmentException(BASE_URL, "must be an http(s) URL without query and fragment");
  }

  private static URI withoutUser(URI url) {
    if (url.getRawUserInfo() != null) {
      throw new EnvironmentException(
          BASE_URL, "must hold neither user nor password; a token goes into " + TOKEN);
    }
    return url;
  }

  /** Address of the server to ask; null if the environment names none. */
  public @Nullable URI baseUrl() {
    return baseUrl;
  }

  /** Key or token, sent as {@code Authorization: Bearer}; null if there is none. */
  public @Nullable String secret() {
    return secret;
  }

  /** Headers of the operator's own, which go before those that are sent otherwise. */
  public SortedMap<String, String> headers() {
    return custom.headers();
  }

  /** Whether the server is told who calls. */
  public boolean hasCredentials() {
    return secret != null || custom.authorise();
  }

  /** Whether the operator's own headers tell the server who calls. */
  public boolean headersAuthorise() {
    return custom.authorise();
  }

  /** The proxy before a server; null if it is asked directly. */
  public @Nullable ProxyServer proxyBefore(URI url) {
    return proxies.before(url);
  }

  /** What must not be shown. */
  public List<String> secrets() {
    return Stream.of(Stream.ofNullable(secret), custom.secrets().stream(), proxies.secrets())
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }

  /** One line each on what is set and not used. */
  public List<String> remarks() {
    return remarks;
  }
}
