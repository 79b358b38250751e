package dagscribe.sim;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Limits of one model class, enforced as three token buckets with continuous refill.
 *
 * <p>Source of the tiers: Anthropic's rate limit page, September 2026; {@code evaluation} is the
 * lowest tier of 2025, as the present one is unpublished.
 *
 * @param requestsPerMinute calls admitted a minute, 1 to 1e9
 * @param inputTokensPerMinute input tokens a minute, cache reads not counted, 1 to 1e9
 * @param outputTokensPerMinute output tokens a minute, thinking counted, 1 to 1e9
 * @param burst how long a refill from empty to full takes, more than 0 and at most a minute: the
 *     buckets hold as much as the limits give in this time, at least 1
 */
public record SimLimits(
    long requestsPerMinute, long inputTokensPerMinute, long outputTokensPerMinute, Duration burst) {

  private static final long MAX_PER_MINUTE = 1_000_000_000L;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,10})/(\\d{1,10})/(\\d{1,10})(?:@(.+))?");

  public static final SimLimits EVALUATION = perMinute(50, 50_000, 10_000);
  public static final SimLimits START = perMinute(1_000, 2_000_000, 400_000);
  public static final SimLimits BUILD = perMinute(5_000, 5_000_000, 1_000_000);
  public static final SimLimits SCALE = perMinute(10_000, 10_000_000, 2_000_000);

  /** More than one server can answer. */
  public static final SimLimits NONE = perMinute(MAX_PER_MINUTE, MAX_PER_MINUTE, MAX_PER_MINUTE);

  private static final Map<String, SimLimits> TIERS =
      Map.of(
          "evaluation", EVALUATION, "start", START, "build", BUILD, "scale", SCALE, "none", NONE);

  public SimLimits {
    requireRange("requestsPerMinute", requestsPerMinute);
    requireRange("inputTokensPerMinute", inputTokensPerMinute);
    requireRange("outputTokensPerMinute", outputTokensPerMinute);
    if (burst.isNegative() || burst.isZero() || burst.compareTo(MINUTE) > 0) {
      throw new IllegalArgumentException("burst must be more than 0 and at most 1m: " + burst);
    }
  }

  /** Limits whose buckets hold a whole minute. */
  public static SimLimits perMinute(long requests, long inputTokens, long outputTokens) {
    return new SimLimits(requests, inputTokens, outputTokens, MINUTE);
  }

  /**
   * Reads {@code evaluation}, {@code start}, {@code build}, {@code scale}, {@code none}, or {@code
   * REQUESTS/INPUT/OUTPUT} a minute with an optional {@code @BURST}, such as {@code
   * 60/30000/8000@1s}.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  public static SimLimits parse(String text) {
    SimLimits tier = TIERS.get(text.strip().toLowerCase(Locale.ROOT));
    if (tier != null) {
      return tier;
    }
    Matcher numbers = NUMBERS.matcher(text.strip());
    if (!numbers.matches()) {
      throw new IllegalArgumentException(
          "limits must be evaluation, start, build, scale, none, or REQUESTS/INPUT/OUTPUT a minute"
              + " with an optional @BURST such as 60/30000/8000@1s: "
              + text);
    }
    String burst = numbers.group(4);
    return new SimLimits(
        Long.parseLong(numbers.group(1)),
        Long.parseLong(numbers.group(2)),
        Long.parseLong(numbers.group(3)),
        burst == null ? MINUTE : Durations.parse(burst));
  }

  /** The same limits with buckets that hold what {@code duration} gives. */
  public SimLimits withBurst(Duration duration) {
    return new SimLimits(requestsPerMinute, inputTokensPerMinute, outputTokensPerMinute, duration);
  }

  private static void requireRange(String name, long value) {
    if (value < 1 || value > MAX_PER_MINUTE) {
      throw new IllegalArgumentException(name + " must be 1 to " + MAX_PER_MINUTE + ": " + value);
    }
  }
}
