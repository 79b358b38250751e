package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.claude.FailureKind;
import dagscribe.limit.Limit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SentenceTest {

  private final SomeRun run = new SomeRun();

  @Test
  void beforeTheFirstChunk_itIsReading() {
    run.linesRead = 12_000;
    assertThat(Sentence.of(run.after(10)), is("dagscribe: 10 s: reading, 12,000 lines so far"));
  }

  @Test
  void whileMoreDagsMayCome_theirNumberIsSoFar() {
    run.asked = 2_000;
    run.attempts = 16;
    run.inFlight = 16;
    run.isHeldUp(Limit.CALLS_IN_FLIGHT, 0, 0);
    assertThat(
        Sentence.of(run.after(10)),
        is("dagscribe: 10 s: 0 of 2,000 so far DAGs answered, 16 in flight, limit: 64 in flight"));
  }

  @Test
  void whatAnotherRunIsAsking_isAwaited() {
    run.asked = 100;
    run.distinct = 100;
    run.areAllSeen = true;
    run.awaited = 16;
    assertThat(
        Sentence.of(run.after(10)),
        is(
            "dagscribe: 10 s: 0 of 100 DAGs answered, 0 in flight, waiting for 16 answers of"
                + " another run"));
  }

  @Test
  void inFullSwing_everythingIsSaid() {
    fullSwing();
    assertThat(
        Sentence.of(run.after(40)),
        is(
            "dagscribe: 1 min 40 s: 450 of 9,000 DAGs answered, 1,000 cached, 7 failed, 64 in"
                + " flight, 600 calls/min, limit: 1,000 requests/min, 3 x 429, 2 calls not"
                + " answered, $1.25, 12 min 27 s left"));
  }

  private void fullSwing() {
    run.after(60);
    run.attempts = 64;
    run.inFlight = 64;
    run.distinct = 10_000;
    run.areAllSeen = true;
    run.asked = 4_000;
    run.cached = 1_000;
    run.after(0);
    run.attempts = 464;
    run.answered = 450;
    run.failedDags = 7;
    run.nanoUsd = 1_250_000_000;
    run.ended(FailureKind.RATE_LIMITED, 3);
    run.ended(FailureKind.TIMEOUT, 1);
    run.ended(FailureKind.CONNECTION, 1);
    run.isHeldUp(Limit.REQUESTS, 0, 0);
  }

  @Test
  void trouble_isNamed() {
    run.asked = 10;
    run.attempts = 4;
    run.inFlight = 4;
    run.after(0);
    assertThat(Sentence.of(run.after(45)), endsWith("4 in flight, no answer for 45 s"));
    run.isHeldUp(null, 12, 0);
    assertThat(Sentence.of(run.after(0)), endsWith("4 in flight, 429: all calls wait 12 s"));
    run.isHeldUp(null, 5, 90);
    assertThat(
        Sentence.of(run.after(0)),
        endsWith("4 in flight, no call has got through for 1 min 30 s, repeating"));
  }

  @Test
  void end_isNamed() {
    run.distinct = 10;
    run.areAllSeen = true;
    run.asked = 10;
    run.answered = 4;
    run.deferred = 5;
    assertThat(
        Sentence.of(run.after(20)),
        endsWith("4 of 10 DAGs answered, 5 deferred, 0 in flight, stopping"));
    run.deferred = 6;
    assertThat(Sentence.of(run.after(0)), endsWith("4 of 10 DAGs answered, 6 deferred, writing"));
  }

  @Test
  void besideABar_standsWhatHasRoom() {
    fullSwing();
    Figures figures = run.after(40);
    IntStream.range(0, 120)
        .forEach(
            room -> assertThat(Sentence.beside(figures, room).length(), lessThanOrEqualTo(room)));
    assertThat(Sentence.beside(figures, 10), is(""));
    assertThat(Sentence.beside(figures, 35), is("12 min 27 s left, 64 in flight"));
    assertThat(
        Sentence.beside(figures, 200),
        is(
            "12 min 27 s left, 64 in flight, 600 calls/min, $1.25, 3 x 429, 7 failed, 1,000 cached,"
                + " limit: 1,000 requests/min"));
  }
}
