package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class ServedRateTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void rate_isThatOfTheLastHalfMinute() {
    ServedRate rate = new ServedRate(0);
    for (int second = 0; second < 100; second++) {
      for (int call = 0; call < (second < 50 ? 100 : 5); call++) {
        rate.served(second * SECOND);
      }
    }
    assertThat(rate.perMinute(99 * SECOND), is(300.0));
    assertThat(rate.perMinute(114 * SECOND), is(150.0));
    assertThat(rate.perMinute(1_000 * SECOND), is(0.0));
  }
}
