package dagscribe.plan;

import dagscribe.options.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;

/** Tries whether somebody listens where an option or a variable says. */
final class ServerCheck {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private ServerCheck() {}

  /**
   * Connects to a server.
   *
   * @param word the option as it was given, for the message
   * @throws UsageException if nobody answers
   */
  static void check(String word, URI url) {
    int standard = "https".equals(url.getScheme()) ? 443 : 80;
    check(word, url.getHost(), url.getPort() < 0 ? standard : url.getPort());
  }

  /**
   * Connects to a server.
   *
   * @param word the option or variable without its secrets, for the message
   * @throws UsageException if nobody answers
   */
  static void check(String word, String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), (int) CONNECT_TIMEOUT.toMillis());
    } catch (UnknownHostException e) {
      throw new UsageException(word + ": there is no such host");
    } catch (IOException e) {
      throw new UsageException(word + ": no server answers: " + e.getMessage());
    }
  }
}
