package dagscribe.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dagscribe.totals.Destination;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportTest {

  private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

  private static final Totals TOTALS =
      Totals.of(TotalNames.READ, 5)
          .plus(Totals.of(TotalNames.FILES_MATCHED, 2))
          .plus(Totals.of(TotalNames.FILES_READ, 2))
          .plus(Totals.of(TotalNames.BLOCKS_CUT, 3))
          .plus(Totals.of(TotalNames.BLOCKS_READ, 3))
          .plus(Totals.of(TotalNames.WRITTEN + "instructions", 3))
          .plus(Totals.of(TotalNames.WRITTEN + "failed", 1))
          .plus(Totals.of(TotalNames.WRITTEN + "skipped", 1))
          .plus(Totals.of(TotalNames.reason(Destination.FAILED, "MALFORMED"), 1))
          .plus(Totals.of(TotalNames.PAID_NANO_USD, 1_500_000));

  @Test
  void of_balancesWhatWasReadAgainstWhatWasWritten() {
    Ledger ledger = report(TOTALS, true).ledger();
    assertThat(ledger, is(new Ledger(new LedgerFiles(2, 2, 3, 3), 5, 3, 1, 1, 0, 0)));
    assertThat(ledger.balanced(), is(true));
  }

  @Test
  void of_aLineThatIsMissingUnbalancesTheLedger() {
    assertThat(
        report(TOTALS.plus(Totals.of(TotalNames.READ, 1)), true).ledger().balanced(), is(false));
  }

  @ParameterizedTest
  @ValueSource(strings = {TotalNames.FILES_MATCHED, TotalNames.BLOCKS_CUT})
  void of_aFileThatIsMissingUnbalancesTheLedger(String side) {
    assertThat(report(TOTALS.plus(Totals.of(side, 1)), true).ledger().balanced(), is(false));
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
    Totals hostile =
        TOTALS.plus(Totals.message(TotalNames.STOP + "X", "<script>alert(1)</script>"));
    String page = ReportPage.render(report(hostile, true));
    assertThat(page, not(containsString("<script>")));
    assertThat(page, containsString("&lt;script&gt;"));
  }

  @Test
  void page_expandsNothingThatAServerSaidAndHidesNothing() {
    String said = "no {{calls}}, {{cost}} \u202egnorw\u0007 $1";
    String page =
        ReportPage.render(report(TOTALS.plus(Totals.message(TotalNames.STOP + "X", said)), true));
    assertThat(page, containsString("X: no {{calls}}, {{cost}}  gnorw  $1</p>"));
  }

  private static RunReport report(Totals totals, boolean priced) {
    RunInfo info =
        new RunInfo(
            "1.0", START, "DirectRunner", "simulated", true, "speed", "m", priced, "v1", "full");
    return RunReport.of(info, totals, START.plusSeconds(4));
  }
}
