package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, from another directory and through a link, with the jar that was packaged. */
class LauncherIT {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  @TempDir private Path folder;
  private Path launcher;

  @BeforeEach
  void linkLauncher() throws IOException {
    Path first = Files.createSymbolicLink(folder.resolve("first"), PROJECT.resolve("dagscribe"));
    launcher = Files.createSymbolicLink(folder.resolve("second"), first.getFileName());
  }

  @Test
  void program_isStartedWithoutNoise() throws Exception {
    Ended ended = run(Map.of(), "--version");
    assertThat(ended.out(), startsWith("dagscribe "));
    assertThat(ended.err(), is(""));
    assertThat(ended.code(), is(0));
  }

  @Test
  void relativePaths_areTheCallers() throws Exception {
    Files.writeString(folder.resolve("a.args"), "--input=none.jsonl\n--output=out\n");
    Ended ended = run(Map.of(), "@a.args", "--endpoint=simulated");
    assertThat(ended.err(), is("dagscribe: --input=none.jsonl: no file matches\n"));
    assertThat(ended.code(), is(3));
  }

  @Test
  void words_arePassedWhole() throws Exception {
    Ended ended = run(Map.of(), "--maxDags=1 2 *");
    assertThat(ended.err(), startsWith("dagscribe: --maxDags=1 2 *: must be"));
    assertThat(ended.code(), is(2));
  }

  @Test
  void javaOptions_areHonoured() throws Exception {
    Ended ended = run(Map.of("JAVA_OPTS", "-Xmx64m -version"));
    assertThat(ended.err(), containsString("version \""));
    assertThat(ended.out(), is(""));
  }

  @Test
  void bareEnvironment_getsALocaleThatCanNameEveryFile() throws Exception {
    Ended ended = bare(Map.of("JAVA_OPTS", "-XshowSettings:properties"), "--version");
    assertThat(ended.err(), containsString("sun.jnu.encoding = UTF-8"));
    assertThat(ended.code(), is(0));
  }

  @Test
  void archive_isUsedUnlessTheBuildWasToldToMakeNone() throws Exception {
    Ended ended = run(Map.of("JAVA_OPTS", "-Xlog:class+load"), "--version");
    assertThat(
        ended.out().contains("dagscribe.cli.CommandRunner source: shared objects file"),
        is(!Boolean.getBoolean("cds.skip")));
  }

  @Test
  void oldJava_isRefused() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", javaThatPrints("openjdk version \\\"11.0.2\\\"")));
    assertThat(ended.err(), startsWith("dagscribe: needs Java 17 or later, and "));
    assertThat(ended.err(), containsString(" is 11: set JAVA_HOME"));
    assertThat(ended.code(), is(1));
  }

  @Test
  void missingJava_isTold() throws Exception {
    Ended ended = run(Map.of("JAVA_HOME", folder.resolve("none").toString()), "--version");
    assertThat(ended.err(), startsWith("dagscribe: needs Java 17, and found no "));
    assertThat(ended.code(), is(1));
  }

  private String javaThatPrints(String version) throws IOException {
    Path home = folder.resolve("old");
    Files.createDirectories(home.resolve("bin"));
    Path java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\necho \"" + version + "\" >&2\n");
    assertThat(java.toFile().setExecutable(true), is(true));
    return home.toString();
  }

  private Ended run(Map<String, String> environment, String... words) throws Exception {
    Map<String, String> whole = new HashMap<>(System.getenv());
    whole.putAll(environment);
    return bare(whole, words);
  }

  private Ended bare(Map<String, String> environment, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher did not end");
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** How the process ended, and what it said. */
  private record Ended(int code, String out, String err) {}
}
