package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThrottleReasonTest {

  private static final int INPUT_TOKENS = 1_000;
  private static final int OUTPUT_TOKENS = 100;

  private final VirtualTime time = new VirtualTime();

  private CallLimiter limiter(Long requests, Long input, Long output, int workers) {
    return new CallLimiter(
        new LimiterSettings(new AccountLimits(requests, input, output), workers, 512), time, time);
  }

  private static ThrottleReason of(CallLimiter limiter, int calls) {
    for (int call = 0; call < calls; call++) {
      var unused = limiter.acquire(INPUT_TOKENS, OUTPUT_TOKENS);
    }
    return limiter.throttleReason();
  }

  @Test
  void throttleReason_isNoneWhereNothingWaits() {
    assertThat(of(limiter(null, null, null, 4), 4), is(ThrottleReason.NONE));
  }

  @Test
  void throttleReason_namesWhatTheNextCallWaitsFor() {
    assertThat(of(limiter(null, null, null, 4), 5).binding(), is(Limit.CALLS_IN_FLIGHT));
    assertThat(of(limiter(60L, null, null, 512), 400).binding(), is(Limit.REQUESTS));
    assertThat(of(limiter(null, 20_000L, null, 512), 400).binding(), is(Limit.INPUT_TOKENS));
    assertThat(of(limiter(60L, 60_000_000L, 500L, 512), 400).binding(), is(Limit.OUTPUT_TOKENS));
  }

  @Test
  void throttleReason_tellsHowLongTheGateIsClosed() {
    CallLimiter limiter = limiter(null, null, null, 4);
    Permit permit = limiter.acquire(INPUT_TOKENS, OUTPUT_TOKENS).join();
    permit.dropped(Duration.ofSeconds(12), DropReason.RATE_LIMITED);
    time.pass(2);
    ThrottleReason throttleReason = of(limiter, 1);
    assertThat(throttleReason.binding(), is((Limit) null));
    assertThat(throttleReason.gateClosed(), is(Duration.ofSeconds(10)));
    assertThat(throttleReason.outage(), is(Duration.ZERO));
  }

  @Test
  void throttleReason_tellsHowLongNothingHasGotThrough() {
    CallLimiter limiter = limiter(null, null, null, 4);
    for (int call = 0; call < 8; call++) {
      limiter.acquire(INPUT_TOKENS, OUTPUT_TOKENS).join().dropped(null, DropReason.UNAVAILABLE);
      time.pass(0.1);
    }
    assertThat(of(limiter, 1).outage(), greaterThan(Duration.ofMillis(700)));
  }
}
