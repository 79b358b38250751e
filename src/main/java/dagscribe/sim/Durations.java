package dagscribe.sim;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 3s}, {@code 2m}, or ISO 8601. */
final class Durations {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Durations() {}

  /**
   * Reads one duration.
   *
   * @throws IllegalArgumentException if the text is no duration of 0 or more
   */
  static Duration parse(String text) {
    String trimmed = text.strip();
    Matcher matcher = SHORT.matcher(trimmed.toLowerCase(Locale.ROOT));
    Duration duration = matcher.matches() ? ofShort(matcher) : ofIso(trimmed);
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration must not be negative: " + text);
    }
    return duration;
  }

  private static Duration ofShort(Matcher matcher) {
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static Duration ofIso(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("duration must be like 500ms, 3s, 2m or PT3S: " + text, e);
    }
  }
}
