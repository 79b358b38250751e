package dagscribe.claude;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.limit.AccountLimits;
import org.junit.jupiter.api.Test;

class StartTierTest {

  @Test
  void startTier_isNarrowerForFable() {
    assertThat(
        Models.startTier("claude-haiku-5-5"), is(new AccountLimits(1_000L, 2_000_000L, 400_000L)));
    assertThat(
        Models.startTier("claude-fable-5-1"), is(new AccountLimits(1_000L, 500_000L, 100_000L)));
  }
}
