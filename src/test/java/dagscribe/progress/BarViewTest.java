package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesRegex;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class BarViewTest {

  private final SomeRun run = new SomeRun();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TerminalLine line = new TerminalLine(new PrintStream(bytes, true));

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\u001b[K", "");
  }

  private String drawn() {
    String written = written();
    return written.substring(written.lastIndexOf('\r') + 1);
  }

  @Test
  void bar_showsReadingThenAskingThenNothing() {
    try (BarView view = new BarView(line, () -> 100)) {
      run.linesRead = 3_000;
      view.show(run.after(1));
      assertThat(drawn(), matchesRegex("reading .* 3000/\\? lines .*"));
      run.distinct = 400;
      run.areAllSeen = true;
      run.asked = 400;
      run.answered = 100;
      run.attempts = 30;
      run.inFlight = 10;
      view.show(run.after(1));
      assertThat(
          drawn(),
          matchesRegex("asking  25% \\[=+ +] 100/400 DAGs \\(0:00:\\d\\d\\) 10 in flight"));
    }
    assertThat(drawn(), is(""));
    assertThat("no line of its own is left", written().contains("\n"), is(false));
  }

  /** The library draws for the first time on a thread of its own, whenever that gets to it. */
  @RepeatedTest(200)
  void barThatIsClosedAtOnce_leavesNothing() {
    try (BarView view = new BarView(line, () -> 100)) {
      view.show(run.after(1));
    }
    assertThat(drawn(), is(""));
  }

  @Test
  void numberOfDags_isOpenWhileMoreMayCome() {
    try (BarView view = new BarView(line, () -> 100)) {
      run.asked = 400;
      run.answered = 100;
      view.show(run.after(1));
      assertThat(drawn(), matchesRegex(".* 100/\\? DAGs \\(0:00:\\d\\d\\) of 400 so far, .*"));
    }
  }

  @Test
  void narrowTerminal_isNeverWrapped() {
    run.distinct = 100_000;
    run.areAllSeen = true;
    run.asked = 90_000;
    run.answered = 1_000;
    run.attempts = 3_000;
    run.inFlight = 400;
    run.nanoUsd = 5_000_000_000L;
    for (int columns : new int[] {40, 80, 200}) {
      bytes.reset();
      try (BarView view = new BarView(line, () -> columns)) {
        view.show(run.after(15));
      }
      Arrays.stream(written().split("\r"))
          .forEach(drawing -> assertThat(drawing.length(), lessThan(columns)));
    }
    assertThat(written().strip(), endsWith("$5.00"));
  }
}
