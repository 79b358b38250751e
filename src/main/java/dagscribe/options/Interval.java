package dagscribe.options;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The value of an option that is a time, such as {@code --watch}. */
final class Interval {

  private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,4})([smh])");

  private Interval() {}

  /** Null for {@code none}. */
  static @Nullable Duration parse(String option, String text) {
    if (text.equals("none")) {
      return null;
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw UsageException.of(option, text, "none, 30s, 5m or 1h");
    }
    long number = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
