package dagscribe.claude;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class TokenEstimatorTest {
  @Test
  void estimate_startsCautiously() {
    assertThat(new TokenEstimator(400).estimate(2_600, 3), is(new TokenEstimate(1_000, 1_200)));
  }

  @Test
  void estimate_movesTowardsWhatCallsUse() {
    TokenEstimator estimator = new TokenEstimator(400);
    for (int i = 0; i < 100; i++) {
      estimator.learn(4_000, 2, new Usage(1_000, 300, 0, 0));
    }
    TokenEstimate estimate = estimator.estimate(4_000, 2);
    assertThat((double) estimate.inputTokens(), closeTo(1_000, 5));
    assertThat((double) estimate.outputTokens(), closeTo(300, 5));
  }

  @Test
  void cachedInput_isNotCounted() {
    TokenEstimator estimator = new TokenEstimator(400);
    for (int i = 0; i < 100; i++) {
      estimator.learn(4_000, 1, new Usage(300, 100, 0, 700));
    }
    assertThat((double) estimator.estimate(4_000, 1).inputTokens(), closeTo(300, 5));
  }

  @Test
  void emptyUsage_teachesNothing() {
    TokenEstimator estimator = new TokenEstimator(400);
    estimator.learn(4_000, 1, Usage.NONE);
    assertThat(estimator.estimate(2_600, 1), is(new TokenEstimate(1_000, 400)));
  }
}
