package dagscribe.totals;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassTotalsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void since_leavesWhatIsNewAndNothingIfNothingIs(long seed) {
    SomeTotals some = new SomeTotals(seed);
    PassTotals before = some.pass();
    PassTotals now = before.plus(some.pass());
    assertThat(before.plus(now.since(before)), is(now));
    assertThat(now.since(now), is(PassTotals.NONE));
    assertThat(now.since(PassTotals.NONE), is(now));
  }
}
