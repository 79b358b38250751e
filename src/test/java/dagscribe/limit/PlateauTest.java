package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class PlateauTest {
  private static final long SECOND = 1_000_000_000L;

  private final Plateau plateau = new Plateau();
  private long nowNanos;

  /** One window of successes at a rate; returns the limit to go back to. */
  private int window(int limit, double perSecond) {
    int back = 0;
    for (int i = 0; i < limit; i++) {
      nowNanos += (long) (SECOND / perSecond);
      back = plateau.succeeded(nowNanos, limit);
    }
    return back;
  }

  /** One window of calls that all end together after their latency. */
  private int wave(int limit, long latencySeconds) {
    nowNanos += latencySeconds * SECOND;
    int back = 0;
    for (int i = 0; i < limit; i++) {
      back = plateau.succeeded(nowNanos, limit);
    }
    return back;
  }

  @Test
  void growth_goesOnWhileItHelps() {
    window(16, 8);
    assertThat(window(32, 16), is(0));
    assertThat(window(64, 32), is(0));
    assertThat(window(128, 64), is(0));
    assertThat(plateau.isHeld(nowNanos), is(false));
  }

  @Test
  void callsThatEndTogether_areMeasuredByTheTimeTheyTook() {
    for (int limit = 16; limit <= 256; limit *= 2) {
      assertThat(wave(limit, 3), is(0));
    }
  }

  @Test
  void growthThatBringsNothing_isTakenBackAndPausedForAWhile() {
    window(16, 8);
    window(32, 16);
    assertThat(window(64, 16.5), is(42));
    assertThat(plateau.isHeld(nowNanos), is(true));
    assertThat(plateau.isHeld(nowNanos + 5 * SECOND), is(false));
  }

  @Test
  void growthThatBringsALittle_isTakenBackInPart() {
    window(16, 8);
    window(32, 16);
    assertThat(window(64, 20), is(50));
  }

  @Test
  void fewCallsInFlight_areNeverHeld() {
    for (int limit = 1; limit < 16; limit *= 2) {
      assertThat(window(limit, 1), is(0));
    }
  }

  @Test
  void interruptedWindow_isNotCompared() {
    window(16, 8);
    window(32, 16);
    plateau.interrupt();
    assertThat(window(64, 1), is(0));
    assertThat(window(128, 1), is(0));
  }
}
