package dagscribe.cli;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dagscribe.cache.CacheException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.UserCodeException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the machine lacks is one line that says what to set, however a runner has wrapped it. */
class MachineFailureTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  static Stream<Arguments> shortages() {
    UnsatisfiedLinkError noexec =
        new UnsatisfiedLinkError("/tmp/a.so: /tmp/a.so: failed to map segment");
    return Stream.of(
        Arguments.of(noexec, "-Djava.io.tmpdir=DIR", ExitCode.MACHINE),
        Arguments.of(new ExceptionInInitializerError(noexec), "java.io.tmpdir", ExitCode.MACHINE),
        Arguments.of(
            new NoClassDefFoundError("Could not initialize class Snappy: UnsatisfiedLinkError"),
            "java.io.tmpdir",
            ExitCode.MACHINE),
        Arguments.of(new CacheException("c", noexec), "java.io.tmpdir", ExitCode.MACHINE),
        Arguments.of(new NoClassDefFoundError("org/a/B"), "org/a/B", ExitCode.MACHINE),
        Arguments.of(new NoSuchMethodError("a.B.c()"), "a.B.c()", ExitCode.MACHINE),
        Arguments.of(new OutOfMemoryError("Java heap space"), "-Xmx", ExitCode.MACHINE),
        Arguments.of(new OutOfMemoryError("Metaspace"), "MaxMetaspaceSize", ExitCode.MACHINE),
        Arguments.of(
            new OutOfMemoryError("Cannot reserve 8192 bytes of direct buffer memory"),
            "MaxDirectMemorySize",
            ExitCode.MACHINE),
        Arguments.of(
            new OutOfMemoryError("unable to create native thread"), "ulimit -u", ExitCode.MACHINE),
        Arguments.of(new StackOverflowError(), "-Xss", ExitCode.MACHINE),
        Arguments.of(
            new FileSystemException("/out/a", null, "No space left on device"),
            "/out/a",
            ExitCode.DISK_FULL),
        Arguments.of(
            new IOException("closing /out/b", new IOException("Disk quota exceeded")),
            "/out/b",
            ExitCode.DISK_FULL));
  }

  @ParameterizedTest
  @MethodSource("shortages")
  void shortage_isOneLine(Throwable shortage, String remedy, ExitCode code) {
    isOneLine(shortage, remedy, code);
  }

  @ParameterizedTest
  @MethodSource("shortages")
  void shortage_isOneLineOnDirect(Throwable shortage, String remedy, ExitCode code) {
    isOneLine(new RuntimeException("failed", UserCodeException.wrap(shortage)), remedy, code);
  }

  @ParameterizedTest
  @MethodSource("shortages")
  void shortage_isOneLineFromACluster(Throwable shortage, String remedy, ExitCode code) {
    Throwable sent = new SerializedThrowable(UserCodeException.wrap(shortage));
    isOneLine(new RuntimeException("Job execution failed.", sent), remedy, code);
  }

  @Test
  void diskOfTheCache_isTheCaches() {
    CacheException cache = new CacheException("c.db: full", new IOException("No space left"));
    isOneLine(cache, "c.db: full", ExitCode.CACHE);
  }

  @Test
  void errorThatNobodyExpected_tellsItsPlace() {
    isOneLine(new AssertionError("odd"), "AssertionError: odd at ", ExitCode.UNEXPECTED);
  }

  private void isOneLine(Throwable thrown, String remedy, ExitCode code) {
    ExitCode told = FailureNotice.tell(thrown, new PrintStream(err, true));
    String text = err.toString(StandardCharsets.UTF_8);
    assertThat(text, allOf(containsString(remedy), not(containsString("\tat "))));
    assertThat(text.lines().count(), is(1L));
    assertThat(told, is(code));
  }
}
