package dagscribe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, started by its launcher. */
final class Program implements AutoCloseable {

  private static final Path LAUNCHER = Path.of("dagscribe").toAbsolutePath();
  private static final long PATIENCE_MINUTES = 5;

  /** How it ended, and what it said. */
  record Ended(int code, String out, String err) {}

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts it, with the folder for what it says. */
  static Program start(Path folder, List<String> words) throws IOException {
    return start(folder, List.of(), words);
  }

  /**
   * Starts it.
   *
   * @param around command that runs the launcher and stays the same process
   */
  static Program start(Path folder, List<String> around, List<String> words) throws IOException {
    Path out = Files.createTempFile(folder, "program-", ".out");
    Path err = Files.createTempFile(folder, "program-", ".err");
    List<String> command = new ArrayList<>(around);
    command.add(LAUNCHER.toString());
    command.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Program(builder.start(), out, err);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, by its name without SIG. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Waits for the end. */
  Ended join() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("did not end: " + said());
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** All that it has said so far. */
  String said() throws IOException {
    return Files.readString(out) + Files.readString(err);
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
