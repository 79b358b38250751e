package dagscribe.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessTotalsTest {

  @BeforeEach
  void reset() {
    ProcessTotals.reset();
  }

  @Test
  void sum_isThatOfWhatTheMetricsWereTold() {
    ProcessTotals.add(Totals.of(TotalNames.READ, 1_000));
    ProcessTotals.add(new Totals(Map.of(TotalNames.READ, 7L), Map.of("stop.STOPPED", "a message")));
    assertThat(ProcessTotals.sum(), is(Totals.of(TotalNames.READ, 1_007)));
  }

  @Test
  void reset_beginsAnew() {
    ProcessTotals.add(Totals.of(TotalNames.READ, 1));
    ProcessTotals.reset();
    assertThat(ProcessTotals.sum(), is(Totals.NONE));
  }
}
