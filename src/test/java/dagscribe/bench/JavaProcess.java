package dagscribe.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of dagscribe's own jar, with what it prints in a file. */
final class JavaProcess implements AutoCloseable {

  private final Process process;
  private final Path log;

  private JavaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the launcher with these words. */
  static JavaProcess start(Path log, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of(home().resolve("dagscribe").toString()));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("ANTHROPIC_API_KEY", "benchmark");
    return new JavaProcess(builder.start(), log);
  }

  /** Where the launcher is: the project, unless a copy of it is to be measured. */
  static Path home() {
    return Path.of(System.getProperty("bench.home", "")).toAbsolutePath();
  }

  Path log() {
    return log;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end; whether it came in time. */
  boolean await(Duration longest) throws InterruptedException {
    return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
