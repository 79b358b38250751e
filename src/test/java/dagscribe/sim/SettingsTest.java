package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "3s,PT3S", "2m,PT2M", "1h,PT1H", "PT1.5S,PT1.5S", "0s,PT0S"})
  void latency_fixed_readsDurations(String text, String iso) {
    assertThat(Latency.parse("fixed:" + text), is(Latency.fixed(Duration.parse(iso))));
  }

  @Test
  void latency_words_areRead() {
    assertThat(Latency.parse("none"), is(Latency.none()));
    assertThat(Latency.parse(" Model "), is(Latency.modelled()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "fixed", "fixed:", "fixed:3", "fixed:-1s", "fixed:PT-1S"})
  void latency_thatIsNone_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Latency.parse(text));
  }

  @Test
  void limits_tiersAndNumbers_areRead() {
    assertThat(SimLimits.parse("start"), is(SimLimits.START));
    assertThat(SimLimits.parse("None"), is(SimLimits.NONE));
    assertThat(SimLimits.parse("60/30000/8000"), is(SimLimits.perMinute(60, 30_000, 8_000)));
    assertThat(
        SimLimits.parse("60/30000/8000@1s"),
        is(SimLimits.perMinute(60, 30_000, 8_000).withBurst(Duration.ofSeconds(1))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "gold", "60", "60/1", "0/1/1", "1/1/2000000000", "1/1/1@0s", "1/1/1@2m"})
  void limits_thatAreNone_areRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> SimLimits.parse(text));
  }

  @Test
  void settings_withX_changesThatAlone() {
    SimSettings defaults = SimSettings.DEFAULTS;
    SimSettings changed =
        defaults
            .withPort(8_080)
            .withLimits(SimLimits.SCALE)
            .withLatency(Latency.modelled())
            .withFaults(Faults.parse("500:0.5"))
            .withSeed(7)
            .withSelfHosted(true)
            .withAcceptedKey("secret-key")
            .withCharsPerToken(3);

    assertThat(changed.port(), is(8_080));
    assertThat(changed.limits(), is(SimLimits.SCALE));
    assertThat(changed.latency(), is(Latency.modelled()));
    assertThat(changed.faults().toString(), is("500:0.5"));
    assertThat(changed.seed(), is(7L));
    assertThat(changed.selfHosted(), is(true));
    assertThat(changed.acceptedKey(), is("secret-key"));
    assertThat(changed.charsPerToken(), is(3.0));
    assertThat(defaults.withPort(8_080).withPort(0), is(defaults));
    assertThat(changed.toString(), not(containsString("secret-key")));
  }

  @Test
  void settings_outOfRange_areRefused() {
    SimSettings defaults = SimSettings.DEFAULTS;

    assertThrows(IllegalArgumentException.class, () -> defaults.withPort(65_536));
    assertThrows(IllegalArgumentException.class, () -> defaults.withCharsPerToken(0));
    assertThrows(IllegalArgumentException.class, () -> defaults.withCharsPerToken(Double.NaN));
  }
}
