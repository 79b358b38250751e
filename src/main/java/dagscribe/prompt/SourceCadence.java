package dagscribe.prompt;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the schedule argument of a DAG: a preset, a cron expression, a timedelta, None. */
final class SourceCadence {

  private static final Map<String, String> PRESETS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@quarterly", "0 0 1 */3 *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private static final Map<String, Double> UNIT_MINUTES =
      Map.of(
          "weeks", (double) Cadence.WEEK,
          "days", (double) Cadence.DAY,
          "hours", (double) Cadence.HOUR,
          "minutes", 1.0,
          "seconds", 1 / 60.0,
          "months", (double) Cadence.MONTH,
          "years", (double) Cadence.YEAR);

  private static final Pattern DELTA = Pattern.compile("(?:time|relative)delta\\(([^()]*)\\)");
  private static final Pattern DELTA_PART =
      Pattern.compile("(weeks|days|hours|minutes|seconds|months|years) ?= ?(\\d{1,6}(?:\\.\\d+)?)");
  private static final Pattern QUOTED = Pattern.compile("['\"]([^'\"]{1,100})['\"]");

  private SourceCadence() {}

  /** The cadence of a schedule argument; empty if it is computed or otherwise not in the text. */
  static Optional<Cadence> parse(String schedule) {
    String text = schedule.strip();
    if (text.equals("None") || text.equals("@none")) {
      return Optional.of(Cadence.every(Cadence.NEVER));
    }
    if (text.equals("@once")) {
      return Optional.of(Cadence.every(Cadence.ONCE));
    }
    Optional<Cadence> cron = cron(text);
    return cron.isPresent() ? cron : expression(text);
  }

  /** The cadence of a preset that has a cron expression, or of such an expression. */
  static Optional<Cadence> cron(String text) {
    return Cron.parse(PRESETS.getOrDefault(text, text));
  }

  private static Optional<Cadence> expression(String text) {
    Matcher delta = DELTA.matcher(text);
    if (delta.find()) {
      return deltaCadence(delta.group(1));
    }
    Matcher quoted = QUOTED.matcher(text);
    return quoted.find() ? cron(quoted.group(1)) : Optional.empty();
  }

  private static Optional<Cadence> deltaCadence(String arguments) {
    double minutes = 0;
    Matcher part = DELTA_PART.matcher(arguments);
    while (part.find()) {
      minutes += UNIT_MINUTES.getOrDefault(part.group(1), 0.0) * Double.parseDouble(part.group(2));
    }
    int whole = (int) Math.round(minutes);
    return whole < 1 ? Optional.empty() : Optional.of(Cadence.every(whole));
  }
}
