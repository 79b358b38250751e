package dagscribe.testing.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP sockets on which processes listen, as Linux tells them in {@code /proc/PID/net/tcp} and
 * {@code tcp6}.
 */
public final class Listeners {

  private static final String LISTEN = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final int WORD = 4;

  private Listeners() {}

  /** Those of this process. */
  public static Set<InetSocketAddress> ofThisProcess() {
    return of(ProcessHandle.current().pid());
  }

  /** Those of a process that lives. */
  public static Set<InetSocketAddress> of(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    Set<String> own = inodes(process.resolve("fd"));
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(process.resolve(table)).stream().skip(1))
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[STATE].equals(LISTEN) && own.contains(fields[INODE]))
        .map(fields -> address(fields[LOCAL_ADDRESS]))
        .collect(Collectors.toSet());
  }

  /**
   * Makes sure that a server of the tests is closed to other machines.
   *
   * @throws AssertionError if it listens on another address than loopback
   */
  public static void requireLoopback(long pid) {
    Set<InetSocketAddress> open =
        of(pid).stream()
            .filter(socket -> !socket.getAddress().isLoopbackAddress())
            .collect(Collectors.toSet());
    if (!open.isEmpty()) {
      throw new AssertionError("listens on other addresses than loopback: " + open);
    }
  }

  private static Set<String> inodes(Path files) {
    try (Stream<Path> list = Files.list(files)) {
      return list.map(Listeners::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      return "closed meanwhile";
    }
  }

  private static List<String> lines(Path table) {
    try {
      return Files.readAllLines(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An address in words of the processor's byte order, and a port, both in hexadecimal. */
  private static InetSocketAddress address(String hexadecimal) {
    String[] parts = hexadecimal.split(":");
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(parts[0]));
    byte[] address = new byte[words.capacity()];
    for (int i = 0; i < address.length; i += WORD) {
      int word = words.order(ByteOrder.BIG_ENDIAN).getInt(i);
      ByteBuffer.wrap(address).order(ByteOrder.nativeOrder()).putInt(i, word);
    }
    try {
      int port = Integer.parseInt(parts[1], 16);
      return new InetSocketAddress(InetAddress.getByAddress(address), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
