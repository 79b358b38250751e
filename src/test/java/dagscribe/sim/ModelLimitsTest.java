package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelLimitsTest {

  private final MutableClock clock = new MutableClock();
  private final ModelCatalogue models = new ModelCatalogue(false);
  private final ModelSpec haiku = models.find(Requests.HAIKU).orElseThrow();

  private static Duration wait(ModelLimits limits, long inputTokens) {
    return limits.admit(inputTokens).map(ModelLimits.Refused::retryAfter).orElse(Duration.ZERO);
  }

  private ModelLimits limits(SimLimits limits) {
    return new LimitBook(limits, clock).of(haiku);
  }

  @Test
  void requests_beyondTheBucket_waitForOneRefill() {
    ModelLimits limits = limits(SimLimits.perMinute(60, 1_000_000, 1_000_000));
    for (int i = 0; i < 60; i++) {
      assertThat(limits.admit(1), is(Optional.empty()));
    }

    assertThat(wait(limits, 1), is(Duration.ofSeconds(1)));
    clock.advance(Duration.ofMillis(400));
    assertThat(wait(limits, 1), is(Duration.ofMillis(600)));
    clock.advance(Duration.ofMillis(600));
    assertThat(limits.admit(1), is(Optional.empty()));
    assertThat(wait(limits, 1), is(Duration.ofSeconds(1)));
  }

  @Test
  void burst_ofOneSecond_refusesTheSecondCallOfASecond() {
    ModelLimits limits =
        limits(SimLimits.perMinute(60, 600_000, 600_000).withBurst(Duration.ofSeconds(1)));

    assertThat(limits.admit(1), is(Optional.empty()));
    assertThat(wait(limits, 1), is(Duration.ofSeconds(1)));
    clock.advance(Duration.ofMinutes(5));
    assertThat(limits.admit(1), is(Optional.empty()));
    assertThat(wait(limits, 1), is(Duration.ofSeconds(1)));
  }

  @Test
  void input_isTakenAtTheStart_andNamesItsLimit() {
    ModelLimits limits = limits(SimLimits.perMinute(1_000, 6_000, 1_000_000));

    assertThat(limits.admit(5_000), is(Optional.empty()));
    ModelLimits.Refused refused = limits.admit(2_000).orElseThrow();
    assertThat(refused.retryAfter(), is(Duration.ofSeconds(10)));
    assertThat(refused.limit(), is("6,000 input tokens per minute"));
    assertThat(limits.levels().input().remaining(), is(1_000L));
    assertThat(limits.levels().requests().remaining(), is(999L));
  }

  @Test
  void input_aboveTheBucketButNotTheMinute_isLetInByAFullBucketAndPaidBack() {
    ModelLimits limits =
        limits(SimLimits.perMinute(6_000, 6_000, 6_000).withBurst(Duration.ofSeconds(1)));

    assertThat(limits.admit(600), is(Optional.empty()));
    assertThat(limits.levels().input().remaining(), is(0L));
    assertThat(wait(limits, 1), is(Duration.ofMillis(5_010)));
  }

  @Test
  void input_aboveTheMinute_isNeverLetIn() {
    ModelLimits limits = limits(SimLimits.perMinute(1_000, 6_000, 6_000));

    assertThat(wait(limits, 6_001), is(Duration.ofMinutes(1)));
    clock.advance(Duration.ofMinutes(10));
    assertThat(wait(limits, 6_001), is(Duration.ofMinutes(1)));
  }

  @Test
  void output_inDebt_refusesCallsUntilItIsPaid() {
    ModelLimits limits = limits(SimLimits.perMinute(1_000, 1_000_000, 6_000));
    limits.produced(6_500);

    ModelLimits.Refused refused = limits.admit(1).orElseThrow();
    assertThat(refused.retryAfter(), is(Duration.ofMillis(5_010)));
    assertThat(refused.limit(), is("6,000 output tokens per minute"));
    clock.advance(Duration.ofMillis(5_010));
    assertThat(limits.admit(1), is(Optional.empty()));
  }

  @Test
  void levels_tellWhenTheBucketIsFullAgain() {
    ModelLimits limits = limits(SimLimits.perMinute(600, 60_000, 60_000));
    assertThat(limits.admit(30_000), is(Optional.empty()));

    assertThat(limits.levels().input().untilFull(), is(Duration.ofSeconds(30)));
    assertThat(limits.levels().requests().untilFull(), is(Duration.ofMillis(100)));
    assertThat(limits.levels().output().untilFull(), is(Duration.ZERO));
  }

  @Test
  void change_keepsWhatIsThereUpToTheNewCapacity() {
    ModelLimits limits = limits(SimLimits.perMinute(100, 60_000, 60_000));
    for (int i = 0; i < 90; i++) {
      assertThat(limits.admit(0), is(Optional.empty()));
    }

    limits.change(SimLimits.perMinute(1_000, 60_000, 60_000));
    assertThat(limits.levels().requests().remaining(), is(10L));
    limits.change(SimLimits.perMinute(5, 60_000, 60_000));
    assertThat(limits.levels().requests().remaining(), is(5L));
    assertThat(limits.levels().requests().limit(), is(5L));
  }

  @Test
  void classes_haveTheirOwnBuckets_andPooledModelsShareOne() {
    LimitBook book = new LimitBook(SimLimits.perMinute(1, 1_000, 1_000), clock);
    ModelSpec opus46 = models.find("claude-opus-4-6").orElseThrow();
    ModelSpec opus47 = models.find("claude-opus-4-7").orElseThrow();

    assertThat(book.of(haiku).admit(1), is(Optional.empty()));
    assertThat(book.of(opus46).admit(1), is(Optional.empty()));
    assertThat(wait(book.of(opus47), 1), is(Duration.ofMinutes(1)));
  }

  @Test
  void headers_roundTokensToThousandsAndTimesUp() {
    ModelLimits limits = limits(SimLimits.perMinute(100, 60_000, 30_000));
    assertThat(limits.admit(1_400), is(Optional.empty()));
    limits.produced(600);
    var headers = LimitHeaders.of(limits.levels(), Instant.parse("2026-11-24T12:00:00Z"));

    assertThat(headers.get("anthropic-ratelimit-requests-limit"), is("100"));
    assertThat(headers.get("anthropic-ratelimit-requests-remaining"), is("99"));
    assertThat(headers.get("anthropic-ratelimit-requests-reset"), is("2026-11-24T12:00:01Z"));
    assertThat(headers.get("anthropic-ratelimit-input-tokens-remaining"), is("59000"));
    assertThat(headers.get("anthropic-ratelimit-input-tokens-reset"), is("2026-11-24T12:00:02Z"));
    assertThat(headers.get("anthropic-ratelimit-output-tokens-remaining"), is("29000"));
    assertThat(headers.get("anthropic-ratelimit-tokens-limit"), is("90000"));
    assertThat(headers.get("anthropic-ratelimit-tokens-remaining"), is("88000"));
    assertThat(headers.get("anthropic-ratelimit-tokens-reset"), is("2026-11-24T12:00:02Z"));
    assertThat(headers.size(), is(12));
  }

  @Test
  void retryAfter_isRoundedUpToWholeSeconds() {
    assertThat(LimitHeaders.seconds(Duration.ofMillis(1)), is("1"));
    assertThat(LimitHeaders.seconds(Duration.ofSeconds(2)), is("2"));
    assertThat(LimitHeaders.seconds(Duration.ofMillis(2_001)), is("3"));
  }
}
