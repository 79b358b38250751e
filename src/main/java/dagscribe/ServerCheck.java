package dagscribe;

import dagscribe.options.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Tries whether somebody listens where an option says. */
final class ServerCheck {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ServerCheck() {}

  /**
   * Connects to a server, unless a proxy stands before it: then only the calls themselves show
   * whether it is there.
   *
   * @param word the option as it was given, for the message
   * @throws UsageException if nobody answers
   */
  static void check(String word, URI url) {
    if (!ProxySelector.getDefault().select(url).equals(List.of(Proxy.NO_PROXY))) {
      return;
    }
    int standard = "https".equals(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), (int) CONNECT_TIMEOUT.toMillis());
    } catch (UnknownHostException e) {
      throw new UsageException(word + ": there is no such host");
    } catch (IOException e) {
      throw new UsageException(word + ": no server answers: " + e.getMessage());
    }
  }
}
