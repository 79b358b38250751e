package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrendTest {

  private final SomeRun run = new SomeRun();

  /** Each second so many requests end, and so many DAGs have their results. */
  private Figures pass(int seconds, int requests, int dags) {
    Figures figures = run.after(0);
    for (int second = 0; second < seconds; second++) {
      run.attempts += requests;
      run.answered += dags;
      figures = run.after(1);
    }
    return figures;
  }

  @Test
  void pace_isThatOfTheLastMinute() {
    pass(300, 10, 10);
    assertThat(pass(60, 2, 2).requestsPerMinute(), closeTo(120, 1));
  }

  @Test
  void pace_beginsWithTheFirstRequest() {
    pass(600, 0, 0);
    assertThat(pass(30, 5, 5).requestsPerMinute(), closeTo(300, 15));
  }

  @Test
  void requestsInFlight_haveNotEnded() {
    pass(10, 0, 0);
    run.attempts = 50;
    run.inFlight = 50;
    assertThat(run.after(30).requestsPerMinute(), is(0.0));
  }

  @Test
  void timeLeft_followsThePace() {
    run.distinct = 1_000;
    run.areAllSeen = true;
    run.asked = 1_000;
    Duration left = pass(100, 1, 4).timeLeft();
    assertThat((double) left.toSeconds(), closeTo(150, 3));
  }

  @Test
  void timeLeft_leavesOutWhatTheCacheKnows() {
    run.distinct = 1_000;
    run.areAllSeen = true;
    run.cached = 300;
    run.asked = 700;
    Duration left = pass(100, 1, 4).timeLeft();
    assertThat((double) left.toSeconds(), closeTo(75, 3));
  }

  @Test
  void timeLeft_isUnknownWhileMoreDagsMayCome() {
    run.asked = 1_000;
    assertThat(pass(100, 1, 4).timeLeft(), nullValue());
  }

  @Test
  void timeLeft_isUnknownAtFirstAndWithoutPace() {
    run.distinct = 1_000;
    run.areAllSeen = true;
    assertThat(pass(5, 1, 4).timeLeft(), nullValue());
    assertThat(pass(400, 1, 0).timeLeft(), nullValue());
  }

  @Test
  void silence_lastsWhileRequestsAreOpenAndNoneEnds() {
    run.after(1);
    run.attempts = 4;
    run.inFlight = 4;
    assertThat(run.after(44).silence(), is(Duration.ofSeconds(44)));
    run.inFlight = 3;
    assertThat(run.after(1).silence(), is(Duration.ZERO));
    run.inFlight = 0;
    assertThat(run.after(60).silence(), is(Duration.ZERO));
  }
}
