package dagscribe.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dagscribe.totals.Destination;
import dagscribe.totals.FileTotals;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.RunTotals;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunReportTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private static final RunTotals TOTALS =
      RunTotals.read(new FileTotals(2, 2, 3, 3), 5)
          .plus(written(Destination.INSTRUCTIONS, 3))
          .plus(written(Destination.FAILED, 1))
          .plus(written(Destination.SKIPPED, 1))
          .plus(RunTotals.of(OutputTotals.sent(Destination.FAILED, "MALFORMED")))
          .plus(RunTotals.of("first", CallTableTest.ASKED));

  @Test
  void of_balancesWhatWasReadAgainstWhatWasWritten() {
    Ledger ledger = report(TOTALS, true).ledger();
    assertThat(ledger, is(new Ledger(new FileTotals(2, 2, 3, 3), 5, 3, 1, 1, 0, 0)));
    assertThat(ledger.balanced(), is(true));
  }

  @Test
  void of_aLineThatIsMissingUnbalancesTheLedger() {
    assertThat(
        report(TOTALS.plus(RunTotals.read(FileTotals.NONE, 1)), true).ledger().balanced(),
        is(false));
  }

  static Stream<FileTotals> sides() {
    return Stream.of(FileTotals.MATCHED, FileTotals.blocks(1));
  }

  @ParameterizedTest
  @MethodSource("sides")
  void of_aFileThatIsMissingUnbalancesTheLedger(FileTotals side) {
    assertThat(report(TOTALS.plus(RunTotals.read(side, 0)), true).ledger().balanced(), is(false));
  }

  @Test
  void of_anUnknownPriceIsNullAndNotNothing() {
    assertThat(report(TOTALS, false).cost().paidUsd(), nullValue());
    assertThat(report(TOTALS, true).cost().paidUsd(), is(0.0015));
  }

  @Test
  void parse_readsWhatToJsonWrote() throws JsonProcessingException {
    RunReport report = report(TOTALS, true);
    assertThat(report.toJson(), containsString("\"balanced\" : true"));
    assertThat(RunReport.parse(report.toJson()), is(report));
  }

  @Test
  void page_escapesEveryText() {
    RunTotals hostile = TOTALS.plus(RunTotals.stopped("X", "<script>alert(1)</script>"));
    String page = ReportPage.render(report(hostile, true));
    assertThat(page, not(containsString("<script>")));
    assertThat(page, containsString("&lt;script&gt;"));
  }

  @Test
  void page_expandsNothingThatAServerSaidAndHidesNothing() {
    String said = "no {{calls}}, {{cost}} \u202egnorw\u0007 $1";
    String page = ReportPage.render(report(TOTALS.plus(RunTotals.stopped("X", said)), true));
    assertThat(page, containsString("X: no {{calls}}, {{cost}}  gnorw  $1</p>"));
  }

  @Test
  void inFlight_saysWhenCallsWereMade() {
    assertThat(
        report(TOTALS, true).inFlight(),
        is(new InFlight("1970-01-01T00:00:01Z", "1970-01-01T00:00:03.500Z", 2.5, 15, 0)));
    assertThat(report(RunTotals.NONE, true).inFlight(), is(new InFlight(null, null, 0, 0, 0)));
  }

  private static RunTotals written(Destination destination, long lines) {
    return RunTotals.of(OutputTotals.written(destination, lines, Optional.empty()));
  }

  private static RunReport report(RunTotals totals, boolean priced) {
    RunInfo info =
        new RunInfo(
            "1.0", START, "DirectRunner", "simulated", true, "speed", "m", priced, "v1", "full");
    return RunReport.of(info, totals, START.plusSeconds(4));
  }
}
