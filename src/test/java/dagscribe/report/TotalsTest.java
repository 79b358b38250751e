package dagscribe.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TotalsTest {

  @Test
  void plus_addsNumbersOfOneName() {
    Totals sum = Totals.of("a", 2).plus(Totals.of("a", 3)).plus(Totals.of("b", 1));
    assertThat(sum.numbers(), is(Map.of("a", 5L, "b", 1L)));
  }

  @Test
  void plus_keepsSmallestAndLargestWhereTheNameSaysSo() {
    Totals sum =
        Totals.of("min.a", 2)
            .plus(Totals.of("min.a", 3))
            .plus(Totals.of("max.a", 2))
            .plus(Totals.of("max.a", 3));
    assertThat(sum.numbers(), is(Map.of("min.a", 2L, "max.a", 3L)));
  }

  @Test
  void plus_isTheSameInAnyOrder() {
    Totals a = Totals.of("n", 1).plus(Totals.message("stop.X", "second"));
    Totals b = Totals.of("n", 2).plus(Totals.message("stop.X", "first"));
    assertThat(a.plus(b), is(b.plus(a)));
    assertThat(a.plus(b).messagesUnder("stop."), is(Map.of("X", "first")));
  }

  @Test
  void under_stripsThePrefix() {
    Totals totals = Totals.of("files.failed", 1).plus(Totals.of("other", 2));
    assertThat(totals.under("files."), is(Map.of("failed", 1L)));
  }
}
