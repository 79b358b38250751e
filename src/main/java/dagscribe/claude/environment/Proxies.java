package dagscribe.claude.environment;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy stands before a server: {@code HTTPS_PROXY} or {@code HTTP_PROXY} by the server's
 * scheme, else {@code ALL_PROXY}, unless {@code NO_PROXY} names the server; where the environment
 * names none, what Java's own properties say. Names in lower case go before those in upper case.
 */
final class Proxies {

  static final Proxies NONE = new Proxies(null, null, NoProxy.parse("*"));

  private final @Nullable ProxyServer https;
  private final @Nullable ProxyServer http;
  private final NoProxy exceptions;

  private Proxies(@Nullable ProxyServer https, @Nullable ProxyServer http, NoProxy exceptions) {
    this.https = https;
    this.http = http;
    this.exceptions = exceptions;
  }

  /**
   * Reads all of them.
   *
   * @throws EnvironmentException if one is no proxy
   */
  static Proxies read(UnaryOperator<@Nullable String> variables) {
    ProxyServer all = server(variables, "ALL_PROXY", null);
    return new Proxies(
        server(variables, "HTTPS_PROXY", all),
        server(variables, "HTTP_PROXY", all),
        NoProxy.parse(value(variables, name(variables, "NO_PROXY"))));
  }

  /** The proxy before a server; null if it is asked directly. */
  @Nullable ProxyServer before(URI url) {
    if (exceptions.covers(url)) {
      return null;
    }
    ProxyServer named = "https".equals(url.getScheme()) ? https : http;
    return named == null ? ofJava(url) : named;
  }

  /** What must not be shown of any of them. */
  Stream<String> secrets() {
    return Stream.concat(Stream.ofNullable(https), Stream.ofNullable(http))
        .flatMap(proxy -> proxy.secrets().stream());
  }

  private static @Nullable ProxyServer server(
      UnaryOperator<@Nullable String> variables, String upper, @Nullable ProxyServer otherwise) {
    String name = name(variables, upper);
    String text = value(variables, name);
    return text.isEmpty() ? otherwise : ProxyServer.parse(name, text);
  }

  private static String name(UnaryOperator<@Nullable String> variables, String upper) {
    String lower = upper.toLowerCase(Locale.ROOT);
    return variables.apply(lower) == null ? upper : lower;
  }

  private static String value(UnaryOperator<@Nullable String> variables, String name) {
    String value = variables.apply(name);
    return value == null ? "" : value.strip();
  }

  private static @Nullable ProxyServer ofJava(URI url) {
    Proxy proxy = ProxySelector.getDefault().select(url).get(0);
    return proxy.address() instanceof InetSocketAddress address
        ? new ProxyServer(
            "Java's properties", proxy.type(), address.getHostString(), address.getPort(), null, "")
        : null;
  }
}
