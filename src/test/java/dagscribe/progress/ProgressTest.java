package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import dagscribe.generate.GeneratorSnapshot;
import dagscribe.testing.process.Moments;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream err = new PrintStream(bytes, true);
  private final AtomicInteger looks = new AtomicInteger();

  private Snapshot look() {
    looks.incrementAndGet();
    return new Snapshot(7, 0, false, GeneratorSnapshot.NONE);
  }

  private void awaitLooks(int number) {
    while (looks.get() < number) {
      Moments.pass();
    }
  }

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void none_looksAtNothing() {
    try (Progress progress = Progress.start(Style.NONE, this::look, err)) {
      assertThat(progress.err(), sameInstance(err));
    }
    assertThat(looks.get(), is(0));
  }

  @Test
  void auto_isSilentInShortRunsOffATerminal() {
    try (Progress progress = Progress.start(Style.AUTO, this::look, err)) {
      awaitLooks(2);
      assertThat(progress.err(), sameInstance(err));
    }
    assertThat(written(), is(""));
  }

  @Test
  void ended_nothingMoreIsShown() {
    Progress progress = Progress.start(Style.BAR, this::look, err);
    awaitLooks(2);
    progress.err().println("a message");
    progress.end();
    int before = looks.get();
    String written = written();
    assertThat(written, containsString("7/? lines"));
    assertThat(written, containsString("\u001b[Ka message\n"));
    progress.close();
    assertThat(looks.get(), is(before));
    assertThat(written(), is(written));
  }

  @Test
  void failure_isToldAtTheEnd() {
    AtomicBoolean hasLooked = new AtomicBoolean();
    Progress progress =
        Progress.start(
            Style.PLAIN,
            () -> {
              hasLooked.set(true);
              throw new IllegalStateException("no numbers");
            },
            err);
    while (!hasLooked.get()) {
      Moments.pass();
    }
    progress.end();
    assertThat(written(), containsString("could not be shown: java.lang.IllegalStateException"));
  }
}
