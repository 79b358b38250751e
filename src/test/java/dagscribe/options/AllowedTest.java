package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedTest {

  @ParameterizedTest
  @CsvSource({
    "1..20, 1, true",
    "1..20, 20, true",
    "1..20, 0, false",
    "1..20, 21, false",
    "1..20, -1, false",
    "1..20, 2.5, false",
    "1..20, 0x2, false",
    "1..20, '', false",
    "1..20, ' 3', false",
    "0..20, -0, false",
    "0..20, +3, false",
    "0..20, 9999999999999999999999999, false",
    "0.0..1.0, 0.0000000000000000000001, true",
    "0.0..1.0, -0.0, false",
    "0.0..1.0, 0.25, true",
    "0.0..1.0, 1, true",
    "0.0..1.0, 1.01, false",
    "0.0..1.0, NaN, false",
    "0.0..1.0, 1e-3, false",
    "auto|1..20, auto, true",
    "auto|1..20, Auto, false",
    "auto|1..20, 7, true",
    "auto|1..20, 70, false",
    "full|alpaca, alpaca, true",
    "full|alpaca, chat, false",
    "none|NAMES, BashOperator, true",
    "none|NAMES, ' ', false",
    "https://..., anything, true",
  })
  void value_isAcceptedOnlyByAnAlternative(String allowed, String value, boolean accepted) {
    assertThat(Allowed.parse(allowed).accepts(value), is(accepted));
  }

  @Test
  void alternatives_readAsASentence() {
    assertThat(Allowed.parse("full|alpaca|chat"), hasToString("full, alpaca or chat"));
    assertThat(Allowed.parse("auto|1..20"), hasToString("auto or 1..20"));
    assertThat(Allowed.parse("redis://..."), hasToString("redis://..."));
  }
}
