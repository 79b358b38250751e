package dagscribe.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that runs, and what it says. */
public final class Program implements AutoCloseable {

  private static final long PATIENCE_MINUTES = 5;

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Starts a program without a key in its environment.
   *
   * @param folder what it says goes to new files in it
   */
  static Program start(Path folder, List<String> command, Map<String, String> environment)
      throws IOException {
    Path out = Files.createTempFile(folder, "program", ".out");
    Path err = Files.createTempFile(folder, "program", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().remove("ANTHROPIC_API_KEY");
    builder.environment().putAll(environment);
    return new Program(builder.start(), out, err);
  }

  /** Waits for its end and gives its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      close();
      throw new AssertionError("the program did not end");
    }
    return process.exitValue();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed so far. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  /** What it has complained of so far. */
  public String err() throws IOException {
    return Files.readString(err);
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
