package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  private static Optional<FaultKind> meet(Faults faults, long call, long content, long attempt) {
    return faults.meet(call, Dice.of(1, content), Dice.of(1, content, attempt));
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void parse_knowsEveryKind(FaultKind kind) {
    assertThat(meet(Faults.parse(kind.word() + ":1"), 1, 2, 3), is(Optional.of(kind)));
    assertThat(meet(Faults.parse(kind.word() + ":0"), 1, 2, 3), is(Optional.empty()));
    assertThat(meet(Faults.parse(kind.word() + "@5"), 4, 2, 3), is(Optional.empty()));
    assertThat(meet(Faults.parse(kind.word() + "@5"), 6, 2, 3), is(Optional.of(kind)));
  }

  @Test
  void parse_window_endsWithItsLastCall() {
    Faults faults = Faults.parse("500@1-2, 529@4-4");

    assertThat(meet(faults, 2, 0, 0), is(Optional.of(FaultKind.SERVER_ERROR)));
    assertThat(meet(faults, 3, 0, 0), is(Optional.empty()));
    assertThat(meet(faults, 4, 0, 0), is(Optional.of(FaultKind.OVERLOADED)));
    assertThat(meet(faults, 5, 0, 0), is(Optional.empty()));
  }

  @Test
  void parse_text_isWhatToStringGives() {
    String text = "429:0.1,refusal:0.01,spend@100,500@1-2";

    assertThat(Faults.parse(text).toString(), is(text));
    assertThat(Faults.parse(" ").toString(), is(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "429",
        "429:",
        "429:x",
        "429:1.1",
        "429:-0.1",
        "429:NaN",
        "429:0.1,",
        "429:0.1,429:0.2",
        "500@0",
        "500@3-2",
        "500@x",
        "429:0.6,500:0.6"
      })
  void parse_whatIsNoFault_isRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Faults.parse(text));
  }

  @Test
  void parse_unknownKind_namesAllKinds() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Faults.parse("oops:0.1"));

    assertThat(
        thrown.getMessage(),
        allOf(containsString("'oops'"), containsString("429-ramp"), containsString("swapped")));
  }

  @Test
  void parse_probabilityOutOfRange_namesTheRange() {
    var thrown = assertThrows(IllegalArgumentException.class, () -> Faults.parse("429:2"));

    assertThat(thrown.getMessage(), containsString("from 0 to 1: '429:2'"));
  }

  @Test
  void meet_givesEachKindItsShare() {
    Faults faults = Faults.parse("429:0.2,500:0.1,refusal:0.05");
    long calls = 20_000;

    double limited = share(faults, calls, FaultKind.RATE_LIMITED);
    double failed = share(faults, calls, FaultKind.SERVER_ERROR);
    double refused = share(faults, calls, FaultKind.REFUSAL);

    assertThat(Math.abs(limited - 0.2 * 0.95) < 0.01, is(true));
    assertThat(Math.abs(failed - 0.1 * 0.95) < 0.01, is(true));
    assertThat(Math.abs(refused - 0.05) < 0.01, is(true));
  }

  private static double share(Faults faults, long calls, FaultKind kind) {
    return LongStream.range(0, calls)
            .filter(content -> meet(faults, 1, content, 1).equals(Optional.of(kind)))
            .count()
        / (double) calls;
  }

  @Test
  void meet_refusal_staysWithItsContent_othersAreDrawnAnew() {
    Faults refusals = Faults.parse("refusal:0.5");
    Faults errors = Faults.parse("500:0.5");
    boolean someErrorPassed = false;
    for (long content = 0; content < 50; content++) {
      Optional<FaultKind> first = meet(refusals, 1, content, 1);
      assertThat(meet(refusals, 2, content, 2), is(first));
      someErrorPassed |= !meet(errors, 1, content, 1).equals(meet(errors, 1, content, 2));
    }

    assertThat(someErrorPassed, is(true));
  }

  @Test
  void durations_mustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> Faults.none().withRetryAfter(Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> Faults.none().withHangBound(Duration.ofSeconds(-1)));
  }
}
