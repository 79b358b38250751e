package dagscribe.claude.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that reads the head of a request and then sends what a test says. */
final class RawServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Sends bytes, well-formed or not. */
  interface Script {
    void send(OutputStream out) throws IOException;
  }

  RawServer(Script script) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(() -> serve(script), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer saying(String text) {
    return new RawServer(out -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Heads of the requests so far. */
  List<String> heads() {
    return heads;
  }

  private void serve(Script script) {
    while (!socket.isClosed()) {
      try (Socket call = socket.accept()) {
        heads.add(head(call.getInputStream()));
        script.send(call.getOutputStream());
        call.shutdownOutput();
        call.getInputStream().readAllBytes();
      } catch (IOException e) {
        // The client has had enough, or the test is over.
      }
    }
  }

  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    int each;
    while (head.indexOf("\r\n\r\n") < 0 && (each = in.read()) >= 0) {
      head.append((char) each);
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
