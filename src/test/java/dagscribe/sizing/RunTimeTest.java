package dagscribe.sizing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.claude.AnswerTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTimeTest {

  private static final Limits LIMITS = new Limits(100, 10_000, 1_000, 10);

  @ParameterizedTest
  @CsvSource({
    "500,  10000,  1000,  6, REQUESTS,        5",
    "500, 200000,  1000,  6, INPUT_TOKENS,   20",
    "500,  10000, 30000,  6, OUTPUT_TOKENS,  30",
    "500,  10000,  1000, 12, CALLS_IN_FLIGHT, 10"
  })
  void time_isThatOfTheSlowestLimit(
      long calls, long input, long output, double secondsPerCall, Limit binding, double expected) {
    Map<Limit, Double> minutes =
        RunTime.minutes(new Load(calls, 1, input, 0, output), LIMITS, secondsPerCall);
    assertThat(RunTime.binding(minutes), is(binding));
    assertThat(minutes.get(binding), closeTo(expected, 1e-9));
  }

  @Test
  void time_isThatOfOneCallAtLeast() {
    Map<Limit, Double> minutes = RunTime.minutes(new Load(1, 1, 1, 0, 1), LIMITS, 30);
    assertThat(minutes.get(Limit.CALLS_IN_FLIGHT), closeTo(0.5, 1e-9));
  }

  @Test
  void nothing_isBoundByNothing() {
    assertThat(
        RunTime.binding(RunTime.minutes(new Load(0, 1, 0, 0, 0), LIMITS, 1.1)), is(nullValue()));
  }

  @Test
  void answerTime_growsWithTheOutput() {
    assertThat(AnswerTime.seconds("claude-haiku-5-5", 1_000), closeTo(5.5, 1e-9));
    assertThat(AnswerTime.seconds("claude-sonnet-5-5", 1_000), closeTo(11.1, 1e-9));
    assertThat(AnswerTime.seconds("claude-opus-5-5", 600), closeTo(11.1, 1e-9));
    assertThat(AnswerTime.seconds("my-own", 600), closeTo(11.1, 1e-9));
  }
}
