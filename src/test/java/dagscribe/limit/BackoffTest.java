package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  @ParameterizedTest
  @CsvSource({"1, 0, 250", "1, 1, 500", "2, 1, 1000", "5, 1, 8000", "60, 1, 8000", "60, 0, 4000"})
  void delay_doublesToItsEndAndIsSpread(int attempt, double random, long millis) {
    assertThat(Backoff.DEFAULT.delay(attempt, null, random), is(Duration.ofMillis(millis)));
  }

  @Test
  void serverDelay_isObeyedHoweverLong() {
    Duration hour = Duration.ofHours(1);
    assertThat(Backoff.DEFAULT.delay(1, hour, 0.5), is(hour));
  }

  @Test
  void backoff_mustGrow() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)));
  }
}
