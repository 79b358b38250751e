package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class BackoffFactorTest {
  private static final long SECOND = 1_000_000_000L;

  private final BackoffFactor share = new BackoffFactor();

  @Test
  void share_isWholeUntilACut() {
    assertThat(share.at(1_000 * SECOND), is(1.0));
  }

  @Test
  void cut_takesAQuarterAndComesBackQuicklyThenSlowly() {
    share.at(10 * SECOND);
    share.cut(10 * SECOND);
    assertThat(share.at(10 * SECOND), closeTo(0.75, 1e-9));
    assertThat(share.at(13 * SECOND), closeTo(0.90, 1e-9));
    assertThat(share.at(23 * SECOND), closeTo(0.92, 1e-9));
    assertThat(share.at(1_000 * SECOND), is(1.0));
  }
}
