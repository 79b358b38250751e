package dagscribe.sim;

import java.util.Map;
import java.util.random.RandomGenerator;

/** How many tokens a call spends on thinking: log-normal, median 1,500 at medium effort. */
final class Thinking {

  private static final double MEDIAN_TOKENS = 1_500;
  private static final double SIGMA = 0.8;
  private static final Map<String, Double> EFFORT_FACTORS =
      Map.of("low", 0.3, "medium", 1.0, "high", 2.0, "xhigh", 3.0, "max", 5.0);

  private Thinking() {}

  /** Thinking between tools has no occasion: these calls run no tools. */
  static long tokens(MessageCall call, RandomGenerator random) {
    if (call.thinking().equals("disabled") || call.thinking().equals("between_tools")) {
      return 0;
    }
    double drawn = MEDIAN_TOKENS * Dice.logNormal(SIGMA, random);
    long tokens = Math.round(drawn * EFFORT_FACTORS.getOrDefault(call.effort(), 1.0));
    return Math.max(1, tokens);
  }
}
