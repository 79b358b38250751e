package dagscribe.estimate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.claude.ModelChoice;
import dagscribe.claude.Profile;
import dagscribe.limit.AccountLimits;
import dagscribe.limit.Limit;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PromptFrame;
import dagscribe.sizing.Workload;
import dagscribe.totals.SurveyTotals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers computed by hand for 11 new DAGs of 50,000 characters together, 5 a call. */
class ForecastTest {

  private static final AccountLimits LIMITS = new AccountLimits(1_000L, 2_000_000L, 400_000L);
  private static final SurveyTotals WORK = new SurveyTotals(11, 2, 1, 50_000);

  @Test
  void speed_paysForInstructionsOnly() {
    Forecast forecast = forecast(Profile.SPEED, null, WORK);
    assertThat(forecast.calls(), is(3L));
    assertThat(forecast.inputTokens(), is(22_400L));
    assertThat(forecast.outputTokens(), is(2_200L));
    // 3 x (7,467 x 0.10 + 734 x 0.50) / 1,000,000
    assertThat(forecast.costUsd(), closeTo(0.0033411, 1e-9));
    // one round of 1.1 + 734 x 0.0044 seconds
    assertThat(forecast.minutes(), closeTo(4.3296 / 60, 1e-9));
    assertThat(forecast.boundBy(), is(Limit.CALLS_IN_FLIGHT));
    assertThat(forecast.minutesBy().get(Limit.INPUT_TOKENS), closeTo(0.0112, 1e-9));
    assertThat(forecast.minutesBy().get(Limit.OUTPUT_TOKENS), closeTo(0.0055, 1e-9));
    assertThat(forecast.minutesBy().get(Limit.REQUESTS), closeTo(0.003, 1e-9));
  }

  @Test
  void thinking_isPaidForAsOutput() {
    Forecast forecast = forecast(Profile.BALANCED, null, WORK);
    // 11 x 200 + 3 x 2,066
    assertThat(forecast.outputTokens(), is(8_398L));
    // 3 x (7,467 x 0.10 + 2,800 x 0.50) / 1,000,000
    assertThat(forecast.costUsd(), closeTo(0.0064401, 1e-9));
  }

  @Test
  void quality_costsWhatItsModelCosts() {
    Forecast forecast = forecast(Profile.QUALITY, null, WORK);
    assertThat(forecast.model(), is("claude-opus-5-5"));
    // 3 x (7,467 x 4 + 2,800 x 20) / 1,000,000
    assertThat(forecast.costUsd(), closeTo(0.257604, 1e-9));
    // one round of 1.1 + 2,800 / 60 seconds
    assertThat(forecast.minutes(), closeTo(47.766666666667 / 60, 1e-9));
  }

  @Test
  void unknownModel_hasNoPriceAndNoThinking() {
    Forecast forecast = forecast(Profile.BALANCED, "my-own", WORK);
    assertThat(forecast.costUsd(), is(nullValue()));
    assertThat(forecast.outputTokens(), is(2_200L));
  }

  @Test
  void answersInTheCache_costNothing() {
    Forecast forecast = forecast(Profile.SPEED, null, new SurveyTotals(0, 14, 0, 0));
    assertThat(forecast.cached(), is(14L));
    assertThat(forecast.calls(), is(0L));
    assertThat(forecast.costUsd(), closeTo(0, 0));
    assertThat(forecast.minutes(), closeTo(0, 0));
    assertThat(forecast.boundBy(), is(nullValue()));
  }

  private static Forecast forecast(Profile profile, @Nullable String model, SurveyTotals work) {
    Candidate candidate =
        new Candidate("x", ModelChoice.of(profile, model), profile.contentChars());
    Plan.Option option = new Plan.Option(candidate, new Capacity(LIMITS, 512, false));
    PromptFrame frame = new PromptFrame(2_000, 0, 80_000);
    return Forecast.of(
        option,
        5,
        work,
        new Workload(candidate.model(), work.asked(), work.chars(), frame, 2.5, 200));
  }
}
