package dagscribe.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of loopback. */
public final class Ports {

  /** The address on which all servers of the tests listen. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Below those that systems give to whoever connects, so that nobody has it by chance later. */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 100;

  private Ports() {}

  /** One that nobody listens on now. */
  public static int free() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Somebody has it: another one is tried.
        continue;
      }
    }
    throw new IllegalStateException("no free port in " + ATTEMPTS + " attempts");
  }
}
