package dagscribe.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of {@code --simLatency}. */
final class Latency {

  private static final Pattern FIXED = Pattern.compile("fixed:(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s)");

  private Latency() {}

  /** Zero for {@code none}, null for {@code model}. */
  static @Nullable Duration parse(String text) {
    return switch (text) {
      case "model" -> null;
      case "none" -> Duration.ZERO;
      default -> fixed(text);
    };
  }

  private static Duration fixed(String text) {
    Matcher fixed = FIXED.matcher(text);
    if (!fixed.matches()) {
      throw UsageException.of("simLatency", text, "none, model, fixed:3s or fixed:250ms");
    }
    double millis = Double.parseDouble(fixed.group(1)) * (fixed.group(2).equals("s") ? 1_000 : 1);
    return Duration.ofMillis(Math.round(millis));
  }
}
