package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import dagscribe.claude.FailureKind;
import dagscribe.limit.ThrottleReason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainViewTest {

  private final SomeRun run = new SomeRun();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PlainView view = new PlainView(new PrintStream(bytes, true)::println);

  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      view.show(run.after(1));
    }
  }

  /** When something was said, and what after the first word of it. */
  private List<String> lines() {
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.substring("dagscribe: ".length()))
        .toList();
  }

  private List<String> times() {
    return lines().stream().map(line -> line.substring(0, line.indexOf(':'))).toList();
  }

  @Test
  void shortRun_isSilent() {
    run.isHeldUp(null, 8, 0);
    run.ended(FailureKind.TIMEOUT, 3);
    pass(9);
    assertThat(lines(), empty());
  }

  @Test
  void lines_comeAtIntervalsThatWiden() {
    pass(210);
    assertThat(times(), contains("10 s", "20 s", "40 s", "1 min 20 s", "2 min 20 s", "3 min 20 s"));
  }

  @Test
  void pause_isToldWhenItBegins() {
    run.asked = 5;
    pass(45);
    bytes.reset();
    run.isHeldUp(null, 12, 0);
    pass(12);
    assertThat(lines(), contains("46 s: 429: all calls wait 12 s"));
  }

  @Test
  void pauseOfHours_isToldAtOnce() {
    run.isHeldUp(null, 7_200, 0);
    pass(9);
    assertThat(times(), contains("1 s"));
  }

  @Test
  void shortPauses_areNotWorthALine() {
    pass(45);
    bytes.reset();
    run.isHeldUp(null, 1, 0);
    pass(12);
    assertThat(lines(), empty());
  }

  @Test
  void pauses_areToldOnceAMinuteAtTheMost() {
    pass(200);
    bytes.reset();
    for (int pause = 0; pause < 30; pause++) {
      run.isHeldUp(null, 3, 0);
      pass(3);
      run.throttleReason = ThrottleReason.NONE;
      pass(1);
    }
    assertThat(times(), contains("3 min 21 s", "4 min 20 s", "4 min 21 s", "5 min 20 s"));
  }

  @Test
  void outage_isToldWhenItBegins() {
    run.asked = 5;
    pass(45);
    bytes.reset();
    run.isHeldUp(null, 10, 6);
    pass(20);
    assertThat(lines(), contains("46 s: no call has got through for 6 s, repeating"));
  }

  @Test
  void callsThatNobodyAnswers_areTold() {
    run.asked = 5;
    pass(45);
    bytes.reset();
    run.ended(FailureKind.TIMEOUT, 3);
    pass(1);
    run.ended(FailureKind.TIMEOUT, 4);
    pass(10);
    assertThat(lines(), contains("46 s: 3 calls not answered, repeating"));
  }
}
