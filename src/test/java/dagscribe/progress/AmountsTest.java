package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59, 59 s",
    "60, 1 min",
    "140, 2 min 20 s",
    "3599, 59 min 59 s",
    "3600, 1 h",
    "7859, 2 h 10 min",
    "86400, 1 d",
    "273600, 3 d 4 h",
    "-5, 0 s"
  })
  void time_hasTwoUnitsAtTheMost(long seconds, String text) {
    assertThat(Amounts.time(Duration.ofSeconds(seconds)), is(text));
  }

  @Test
  void dollars_showWhatThereIs() {
    assertThat(Amounts.dollars(1_234_567), is("$0.0012"));
    assertThat(Amounts.dollars(1_234_567_000_000L), is("$1,234.57"));
  }
}
