package dagscribe.metrics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.totals.FileTotals;
import dagscribe.totals.RunTotals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessTotalsTest {

  @BeforeEach
  void reset() {
    ProcessTotals.reset();
  }

  @Test
  void sum_isThatOfWhatTheMetricsWereTold() {
    ProcessTotals.add(lines(1_000));
    ProcessTotals.add(lines(7));
    assertThat(ProcessTotals.sum(), is(lines(1_007)));
  }

  @Test
  void reset_beginsAnew() {
    ProcessTotals.add(lines(1));
    ProcessTotals.reset();
    assertThat(ProcessTotals.sum(), is(RunTotals.NONE));
  }

  private static RunTotals lines(long lines) {
    return RunTotals.read(FileTotals.NONE, lines);
  }
}
