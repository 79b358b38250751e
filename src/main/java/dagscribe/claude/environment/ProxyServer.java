package dagscribe.claude.environment;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that calls go through.
 *
 * @param source variable that names it
 * @param type {@code HTTP} or {@code SOCKS}
 * @param host its name or address
 * @param port its port
 * @param user null if it wants none
 * @param password empty if it wants none
 */
public record ProxyServer(
    String source, Proxy.Type type, String host, int port, @Nullable String user, String password) {

  private static final String BASIC = "Basic ";
  private static final int HTTP_PORT = 80;
  private static final int SOCKS_PORT = 1080;
  private static final int MAX_PORT = 65_535;

  /**
   * Parses {@code [SCHEME://][USER[:PASSWORD]@]HOST[:PORT]}. The user ends at the last {@code @},
   * so that a password may hold what a URL would have escaped.
   *
   * @throws EnvironmentException that shows nothing of the text, as it may hold a password
   */
  static ProxyServer parse(String variable, String text) {
    int schemeEnd = text.indexOf("://");
    String scheme = schemeEnd < 0 ? "http" : text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    String rest = schemeEnd < 0 ? text : text.substring(schemeEnd + "://".length());
    int at = rest.lastIndexOf('@');
    String address = withoutPath(rest.substring(at + 1));
    String userInfo = at < 0 ? null : rest.substring(0, at);
    Proxy.Type type = type(variable, scheme);
    int colon = userInfo == null ? -1 : userInfo.indexOf(':');
    int standard = type == Proxy.Type.HTTP ? HTTP_PORT : SOCKS_PORT;
    int portAt = address.endsWith("]") ? -1 : address.lastIndexOf(':');
    ProxyServer server =
        new ProxyServer(
            variable,
            type,
            portAt < 0 ? address : address.substring(0, portAt),
            portAt < 0 ? standard : port(variable, address.substring(portAt + 1)),
            userInfo == null ? null : decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)),
            userInfo == null || colon < 0 ? "" : decoded(userInfo.substring(colon + 1)));
    return server.checked();
  }

  private static Proxy.Type type(String variable, String scheme) {
    return switch (scheme) {
      case "http" -> Proxy.Type.HTTP;
      case "socks5", "socks5h", "socks" -> Proxy.Type.SOCKS;
      default ->
          throw new EnvironmentException(
              variable, "a proxy is http://[USER:PASSWORD@]HOST:PORT or socks5://HOST:PORT");
    };
  }

  private ProxyServer checked() {
    if (host.isEmpty() || !host.matches("[\\w.-]+|\\[[0-9a-fA-F:.]+]")) {
      throw new EnvironmentException(source, "there is no host of a proxy in it");
    }
    if (type == Proxy.Type.SOCKS && user != null) {
      throw new EnvironmentException(
          source, "a SOCKS proxy with user and password is not supported");
    }
    return this;
  }

  private static int port(String variable, String text) {
    int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new EnvironmentException(variable, "the port of the proxy must be 1..65535");
    }
    return port;
  }

  private static String withoutPath(String address) {
    int slash = address.indexOf('/');
    return slash < 0 ? address : address.substring(0, slash);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** The proxy as Java has it, its name not looked up yet. */
  public Proxy proxy() {
    return new Proxy(type, InetSocketAddress.createUnresolved(host, port));
  }

  /** Its password, and what carries that to the proxy; none if it wants no user. */
  List<String> secrets() {
    String authorization = authorization();
    if (authorization == null) {
      return List.of();
    }
    String token = authorization.substring(BASIC.length());
    return password.isEmpty() ? List.of(token) : List.of(password, token);
  }

  /** Value of the header that tells the proxy who calls (RFC 7617); null if it wants no user. */
  public @Nullable String authorization() {
    if (user == null) {
      return null;
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return BASIC + Base64.getEncoder().encodeToString(pair);
  }

  /** Its address, without user and password. */
  @Override
  public String toString() {
    return (type == Proxy.Type.HTTP ? "http" : "socks5") + "://" + host + ":" + port;
  }
}
