package dagscribe.sim;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A schedule as people say it. */
final class ScheduleWords {

  private static final Map<String, String> PRESETS =
      Map.of(
          "@once", "once",
          "@hourly", "every hour",
          "@daily", "every day at midnight",
          "@midnight", "every day at midnight",
          "@weekly", "once a week",
          "@monthly", "once a month",
          "@quarterly", "once a quarter",
          "@yearly", "once a year",
          "@annually", "once a year",
          "@continuous", "continuously");
  private static final String[] WEEKDAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final Pattern EVERY_MINUTES = Pattern.compile("\\*/(\\d{1,2}) \\* \\* \\* \\*");
  private static final Pattern EVERY_HOURS = Pattern.compile("\\d{1,2} \\*/(\\d{1,2}) \\* \\* \\*");
  private static final Pattern AT_TIME =
      Pattern.compile("(\\d{1,2}) (\\d{1,2}) (\\*|\\d{1,2}) \\* (\\*|[0-7])");

  private ScheduleWords() {}

  /** The words for a preset or a simple cron expression, nothing for any other schedule. */
  static Optional<String> of(String schedule) {
    String trimmed = schedule.strip().replaceAll("\\s+", " ");
    String preset = PRESETS.get(trimmed);
    if (preset != null) {
      return Optional.of(preset);
    }
    Matcher minutes = EVERY_MINUTES.matcher(trimmed);
    if (minutes.matches()) {
      return Optional.of("every " + minutes.group(1) + " minutes");
    }
    Matcher hours = EVERY_HOURS.matcher(trimmed);
    if (hours.matches()) {
      return Optional.of("every " + hours.group(1) + " hours");
    }
    Matcher time = AT_TIME.matcher(trimmed);
    return time.matches() ? Optional.of(day(time) + " at " + clock(time)) : Optional.empty();
  }

  private static String clock(Matcher time) {
    return String.format(
        Locale.ROOT, "%02d:%02d", Integer.parseInt(time.group(2)), Integer.parseInt(time.group(1)));
  }

  private static String day(Matcher time) {
    if (!time.group(4).equals("*")) {
      return "every " + WEEKDAYS[Integer.parseInt(time.group(4))];
    }
    return time.group(3).equals("*") ? "every day" : "on day " + time.group(3) + " of every month";
  }
}
