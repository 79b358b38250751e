package dagscribe.worker;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.totals.FileTotals;
import dagscribe.totals.RunTotals;
import org.junit.jupiter.api.Test;

class ProcessTotalsTest {

  private final ProcessTotals totals = new ProcessTotals();

  @Test
  void sum_isThatOfItsParts() {
    totals.add(lines(1_000));
    totals.add(lines(7));
    assertThat(totals.sum(), is(lines(1_007)));
  }

  @Test
  void reset_beginsAnew() {
    totals.add(lines(1));
    totals.reset();
    assertThat(totals.sum(), is(RunTotals.NONE));
  }

  private static RunTotals lines(long lines) {
    return RunTotals.read(FileTotals.NONE, lines);
  }
}
