package dagscribe.sizing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.claude.ModelSettings;
import dagscribe.claude.Price;
import dagscribe.claude.Profile;
import dagscribe.limit.AccountLimits;
import dagscribe.limit.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * At 2.5 characters a token, 80,000 tokens are 200,000 characters, 2,000 of them the template's.
 */
class CallPlanTest {

  private static final ModelSettings HAIKU = Profile.SPEED.settings();
  private static final PromptFrame FRAME = new PromptFrame(2_000, 0, 80_000);
  private static final Capacity START =
      new Capacity(new AccountLimits(1_000L, 2_000_000L, 400_000L), 512, false);

  @Test
  void calls_areAsFewAsTheDagsPerCallAllow() {
    // 5 + 5 + 1 DAGs; (3 x 2,000 + 50,000) / 2.5 tokens in; 11 x 200 out
    CallPlan plan = plan(11, 50_000, FRAME);
    assertThat(plan.calls(), is(3L));
    assertThat(plan.inputTokens(), is(22_400L));
    assertThat(plan.cachedInputTokens(), is(0L));
    assertThat(plan.outputTokens(), is(2_200L));
  }

  @Test
  void calls_growWithLongDags() {
    // 1,000,000 / 198,000 is 5.05, so 6 calls; (6 x 2,000 + 1,000,000) / 2.5
    CallPlan plan = plan(10, 1_000_000, FRAME);
    assertThat(plan.calls(), is(6L));
    assertThat(plan.inputTokens(), is(404_800L));
  }

  @Test
  void calls_areNeverMoreThanDags() {
    assertThat(plan(3, 1_000_000, FRAME).calls(), is(3L));
  }

  @Test
  void nothing_takesNoCallAndIsBoundByNothing() {
    CallPlan plan = plan(0, 0, FRAME);
    assertThat(plan.calls() + plan.inputTokens() + plan.outputTokens(), is(0L));
    assertThat(plan.binding(), is(nullValue()));
    assertThat(plan.minutes(), is(0.0));
    assertThat(plan.usd(Price.TYPICAL), is(0.0));
  }

  @Test
  void price_isThatOfTheMeanCallRoundedUp() {
    // 3 x (7,467 + 5 x 734) / 1,000,000
    assertThat(plan(11, 50_000, FRAME).usd(Price.TYPICAL), closeTo(0.033411, 1e-9));
  }

  @Test
  void systemText_isReadFromTheCacheWhereItIsLongEnough() {
    CallPlan plan = plan(11, 50_000, new PromptFrame(3_000, 500, 80_000));
    // 3 x 3,000 / 2.5 read; (3 x 500 + 50,000) / 2.5 paid in full
    assertThat(plan.cachedInputTokens(), is(3_600L));
    assertThat(plan.inputTokens(), is(20_600L));
  }

  @Test
  void thinking_isOutputOfEveryCall() {
    Workload work = new Workload(Profile.BALANCED.settings(), 11, 50_000, FRAME, 2.5, 200);
    // 11 x 200 + 3 x 2,066
    assertThat(CallPlan.of(work, START, 5).outputTokens(), is(8_398L));
  }

  @ParameterizedTest
  @CsvSource({
    // 500 calls; each limit is so small, or large, that one takes longest
    "  100,    10000000,  10000000, 500, REQUESTS,         5",
    "10000,       10000,  10000000, 500, INPUT_TOKENS,    20",
    "10000,    10000000,      1000, 500, OUTPUT_TOKENS,  100",
    "10000,    10000000,  10000000,   5, CALLS_IN_FLIGHT, 3.3",
  })
  void time_isThatOfTheSlowestLimit(
      long requests, long input, long output, int inFlight, Limit binding, double minutes) {
    // 200,000 tokens in, 100,000 out; a call takes 1.1 + 200 x 0.0044 = 1.98 s
    Workload work = new Workload(HAIKU, 500, 500_000, new PromptFrame(0, 0, 80_000), 2.5, 200);
    Capacity capacity = new Capacity(new AccountLimits(requests, input, output), inFlight, false);
    CallPlan plan = CallPlan.of(work, capacity, 1);
    assertThat(plan.binding(), is(binding));
    assertThat(plan.minutes(), closeTo(minutes, 1e-9));
  }

  @Test
  void time_isThatOfOneCallAtLeast() {
    CallPlan plan = plan(1, 2_500, FRAME);
    assertThat(plan.minutesBy().get(Limit.CALLS_IN_FLIGHT), closeTo(1.98 / 60, 1e-9));
  }

  @Test
  void idleAccount_hasAMinuteSavedUp() {
    Workload work = new Workload(HAIKU, 1_500, 1_500_000, FRAME, 2.5, 200);
    Capacity idle = new Capacity(START.limits(), 512, true);
    assertThat(CallPlan.of(work, idle, 1).minutesBy().get(Limit.REQUESTS), closeTo(0.5, 1e-9));
    assertThat(CallPlan.of(work, START, 1).minutesBy().get(Limit.REQUESTS), closeTo(1.5, 1e-9));
  }

  @Test
  void unknownLimit_bindsNothing() {
    Workload work = new Workload(HAIKU, 1_500, 1_500_000, FRAME, 2.5, 200);
    CallPlan plan = CallPlan.of(work, new Capacity(AccountLimits.LEARNED, 512, false), 1);
    assertThat(plan.binding(), is(Limit.CALLS_IN_FLIGHT));
  }

  private static CallPlan plan(long dags, long chars, PromptFrame frame) {
    return CallPlan.of(new Workload(HAIKU, dags, chars, frame, 2.5, 200), START, 5);
  }
}
