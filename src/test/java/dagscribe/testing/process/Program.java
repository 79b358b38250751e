package dagscribe.testing.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A program as a process of its own, with what it says in files. */
public final class Program implements AutoCloseable {

  /** What would send calls elsewhere than a test says, or with other credentials. */
  private static final Pattern CALLING =
      Pattern.compile("ANTHROPIC_.*|DAGSCRIBE_REDIS_.*|(?i).*_proxy");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Map<String, String> JAVA =
      Map.of("JAVA_HOME", System.getProperty("java.home"));

  /** How it ended, and what it said. */
  public record Ended(int code, String out, String err) {}

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Where the launcher is: the project, unless a copy of it is to be measured. */
  public static Path home() {
    return Path.of(System.getProperty("dagscribe.home", "")).toAbsolutePath();
  }

  /** Starts the packaged program by its launcher, with the folder for what it says. */
  public static Program start(Path folder, List<String> words) throws IOException {
    return start(folder, List.of(), words);
  }

  /**
   * Starts the packaged program by its launcher.
   *
   * @param around command that runs the launcher and stays the same process
   */
  public static Program start(Path folder, List<String> around, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(around);
    command.add(home().resolve("dagscribe").toString());
    command.addAll(words);
    return run(folder, command, JAVA);
  }

  /** Starts the packaged program by its launcher, with more variables in its environment. */
  public static Program start(Path folder, Map<String, String> environment, List<String> words)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home().resolve("dagscribe").toString()));
    command.addAll(words);
    Map<String, String> all = new HashMap<>(JAVA);
    all.putAll(environment);
    return run(folder, command, all);
  }

  /**
   * Starts any program, with nothing in its environment that says how to call.
   *
   * @param folder what it says goes to new files in it
   */
  public static Program run(Path folder, List<String> command, Map<String, String> environment)
      throws IOException {
    Path out = Files.createTempFile(folder, "program-", ".out");
    Path err = Files.createTempFile(folder, "program-", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().keySet().removeIf(CALLING.asMatchPredicate());
    builder.environment().putAll(environment);
    return new Program(builder.start(), out, err);
  }

  /**
   * Makes sure that it is closed to other machines.
   *
   * @throws AssertionError if it listens on another address than loopback
   */
  void requireLoopback() {
    Listeners.requireLoopback(process.pid());
  }

  /** Its number. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Sends a signal, by its name without SIG. */
  public void signal(String name) throws IOException, InterruptedException {
    UnixSignal.send(name, process);
  }

  /** Waits for the end, 5 minutes at most. */
  public Ended join() throws IOException, InterruptedException {
    return join(PATIENCE);
  }

  /** Waits for the end, so long at most. */
  public Ended join(Duration patience) throws IOException, InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      close();
      throw new AssertionError("did not end: " + said());
    }
    return new Ended(process.exitValue(), out(), err());
  }

  /** What it has printed so far. */
  public String out() throws IOException {
    return Files.readString(out);
  }

  /** What it has complained of so far. */
  public String err() throws IOException {
    return Files.readString(err);
  }

  /** All that it has said so far. */
  public String said() throws IOException {
    return out() + err();
  }

  /** Kills it if it still runs. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
