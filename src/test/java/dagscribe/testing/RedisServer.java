package dagscribe.testing;

import dagscribe.testing.process.Listeners;
import dagscribe.testing.process.UnixSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** A real redis-server on a free port of loopback that keeps nothing on disk, unless told to. */
public final class RedisServer implements AutoCloseable {

  private final int port;
  private final List<String> settings;
  private final Process process;

  private RedisServer(int port, List<String> settings, Process process) {
    this.port = port;
    this.settings = settings;
    this.process = process;
  }

  /** Starts one, with further settings of its command line. */
  public static RedisServer start(String... settings) {
    int port = Ports.free();
    List<String> withPort = new ArrayList<>(List.of("--port", Integer.toString(port)));
    withPort.addAll(Arrays.asList(settings));
    return startOn(port, withPort);
  }

  /** Starts a server whose only port speaks TLS. */
  public static RedisServer startTls(String... settings) {
    int port = Ports.free();
    List<String> withPort =
        new ArrayList<>(List.of("--port", "0", "--tls-port", Integer.toString(port)));
    withPort.addAll(Arrays.asList(settings));
    return startOn(port, withPort);
  }

  /** Starts one that keeps what it has told to be kept in a folder. */
  public static RedisServer startDurable(Path folder) {
    return start("--appendonly", "yes", "--appendfsync", "always", "--dir", folder.toString());
  }

  /** Starts another server on the port of this one, which must be closed, with its settings. */
  public RedisServer again() {
    return startOn(port, settings);
  }

  /** Sends a signal, by its name without SIG. */
  public void signal(String name) throws IOException, InterruptedException {
    UnixSignal.send(name, process);
  }

  /** Its URL, with what stands before the host and after the port. */
  public String url(String credentials, String rest) {
    return "redis://" + credentials + "127.0.0.1:" + port + rest;
  }

  /** Its port. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  private static RedisServer startOn(int port, List<String> settings) {
    List<String> command = new ArrayList<>(List.of(RedisProgram.path(), "--bind", "127.0.0.1"));
    command.addAll(List.of("--save", "", "--appendonly", "no", "--daemonize", "no"));
    command.addAll(settings);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      awaitReady(process);
      Listeners.requireLoopback(process.pid());
      return new RedisServer(port, settings, process);
    } catch (IOException e) {
      throw new UncheckedIOException("redis-server cannot be started", e);
    }
  }

  private static void awaitReady(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    StringJoiner seen = new StringJoiner("\n");
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.add(line);
      if (line.contains("eady to accept connections")) {
        return;
      }
    }
    throw new IllegalStateException("redis-server did not start:\n" + seen);
  }
}
