package dagscribe.source.airflow.grounding;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the times of day and the days of the week that an instruction names. */
final class StatedTimes {

  private static final int NOON = 12;

  private static final Pattern TWELVE_HOURS =
      Pattern.compile("(?<!\\w)(1[0-2]|0?[1-9])(?:[:.]([0-5]\\d))? ?([ap])\\.?m(?!\\w)");
  private static final Pattern TWENTY_FOUR_HOURS =
      Pattern.compile("(?<!\\w)([01]?\\d|2[0-3]):([0-5]\\d)(?::[0-5]\\d)?(?!\\w)(?! ?[ap]\\.?m)");
  private static final Pattern WEEKDAYS =
      Pattern.compile(
          "(?<!\\w)(?:weekdays?|(?:working|business) days?|monday (?:through|to|until|-) friday)(?!\\w)");
  private static final Pattern WEEKEND = Pattern.compile("(?<!\\w)weekends?(?!\\w)");

  private static final Pattern NOON_WORD = Pattern.compile("(?<!\\w)noon(?!\\w)");

  private StatedTimes() {}

  /** The times of day that a text in lower case names, in seconds after midnight. */
  static Set<Integer> times(String text) {
    Set<Integer> times = new TreeSet<>();
    Matcher twelve = TWELVE_HOURS.matcher(text);
    while (twelve.find()) {
      int hour = Integer.parseInt(twelve.group(1)) % NOON;
      times.add(
          (twelve.group(3).equals("p") ? hour + NOON : hour) * Cadence.HOUR + minutes(twelve));
    }
    Matcher twentyFour = TWENTY_FOUR_HOURS.matcher(text);
    while (twentyFour.find()) {
      times.add(Integer.parseInt(twentyFour.group(1)) * Cadence.HOUR + minutes(twentyFour));
    }
    if (text.contains("midnight")) {
      times.add(0);
    }
    if (NOON_WORD.matcher(text).find()) {
      times.add(NOON * Cadence.HOUR);
    }
    return times;
  }

  private static int minutes(Matcher time) {
    String minutes = time.group(2);
    return minutes == null ? 0 : Integer.parseInt(minutes) * Cadence.MINUTE;
  }

  /** The days of the week that a text in lower case names. */
  static Set<DayOfWeek> days(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (WEEKDAYS.matcher(text).find()) {
      days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
      return days;
    }
    if (WEEKEND.matcher(text).find()) {
      days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (text.contains(day.name().toLowerCase(Locale.ROOT))) {
        days.add(day);
      }
    }
    return days;
  }
}
