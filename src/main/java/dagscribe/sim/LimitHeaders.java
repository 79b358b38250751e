package dagscribe.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The headers that tell of the limits. */
final class LimitHeaders {

  static final String RETRY_AFTER = "retry-after";
  private static final String PREFIX = "anthropic-ratelimit-";

  private LimitHeaders() {}

  /** The whole set; remaining LLM tokens are rounded to the nearest thousand. */
  static Map<String, String> of(ModelLimits.Levels levels, Instant now) {
    Map<String, String> headers = new LinkedHashMap<>();
    put(headers, "requests", levels.requests(), 1, now);
    put(headers, "tokens", levels.input().plus(levels.output()), 1_000, now);
    put(headers, "input-tokens", levels.input(), 1_000, now);
    put(headers, "output-tokens", levels.output(), 1_000, now);
    return headers;
  }

  /** Whole seconds, rounded up, so that whoever waits this long has waited long enough. */
  static String seconds(Duration wait) {
    return Long.toString(wait.plusNanos(999_999_999).toSeconds());
  }

  private static void put(
      Map<String, String> headers, String name, ModelLimits.Level level, long unit, Instant now) {
    long rounded = (level.remaining() + unit / 2) / unit * unit;
    headers.put(PREFIX + name + "-limit", Long.toString(level.limit()));
    headers.put(PREFIX + name + "-remaining", Long.toString(rounded));
    headers.put(PREFIX + name + "-reset", wholeSecond(now.plus(level.untilFull())).toString());
  }

  private static Instant wholeSecond(Instant time) {
    Instant floor = time.truncatedTo(ChronoUnit.SECONDS);
    return floor.equals(time) ? floor : floor.plusSeconds(1);
  }
}
