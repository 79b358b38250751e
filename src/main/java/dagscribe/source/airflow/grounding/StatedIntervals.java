package dagscribe.source.airflow.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds intervals that are counted in units: "every 15 minutes", "three times a day". */
final class StatedIntervals {

  private static final Map<String, Integer> UNITS =
      Map.of(
          "second", 1,
          "minute", Cadence.MINUTE,
          "hour", Cadence.HOUR,
          "day", Cadence.DAY,
          "week", Cadence.WEEK,
          "month", Cadence.MONTH,
          "quarter", Cadence.QUARTER,
          "year", Cadence.YEAR);

  private static final String UNIT = "(?<unit>" + String.join("|", UNITS.keySet()) + ")s?(?!\\w)";

  private static final Pattern EVERY =
      Pattern.compile(
          "(?<!\\w)(?:every|each|(?<once>once(?: an?| every| per)?)) (?:(?<other>other)|(?<count>"
              + Numbers.REGEX
              + ")|single)?[ -]?"
              + UNIT);

  private static final Pattern HALF = Pattern.compile("(?<!\\w)every half(?: an?)?[ -]" + UNIT);

  private static final Pattern TIMES =
      Pattern.compile(
          "(?<!\\w)(?:twice|(?<count>"
              + Numbers.REGEX
              + ")(?: ?x| times)) (?:an?|per|each|every) "
              + UNIT);

  /** What in front of an interval says that it is not the schedule's. */
  private static final Pattern NOT_THE_SCHEDULE =
      Pattern.compile("(?:retr|delay|pok|poll|timeout|time out|wait|check)[^.;]*+$");

  /** How far in front of an interval the words stand that it belongs to. */
  private static final int REACH = 48;

  private StatedIntervals() {}

  /** Intervals such as "every 15 minutes", "once a day" and "every half hour". */
  static List<StatedPeriod> every(String text) {
    List<StatedPeriod> stated = new ArrayList<>();
    for (Matcher every = EVERY.matcher(text); every.find(); ) {
      int count = every.group("other") != null ? 2 : count(every, 1);
      add(text, every, unit(every) * count, every.group("once") != null, stated);
    }
    for (Matcher half = HALF.matcher(text); half.find(); ) {
      add(text, half, unit(half) / 2, false, stated);
    }
    return stated;
  }

  /** Intervals such as "twice a day". */
  static List<StatedPeriod> times(String text) {
    List<StatedPeriod> stated = new ArrayList<>();
    for (Matcher times = TIMES.matcher(text); times.find(); ) {
      add(text, times, unit(times) / Math.max(1, count(times, 2)), true, stated);
    }
    return stated;
  }

  private static void add(
      String text, Matcher found, long period, boolean exact, List<StatedPeriod> stated) {
    String before = text.substring(Math.max(0, found.start() - REACH), found.start());
    if (!NOT_THE_SCHEDULE.matcher(before).find()) {
      int seconds = (int) Math.min(Integer.MAX_VALUE, period);
      stated.add(new StatedPeriod(seconds, exact, true, found.group()));
    }
  }

  private static long unit(Matcher found) {
    return UNITS.getOrDefault(found.group("unit"), 0);
  }

  private static int count(Matcher found, int without) {
    String count = found.group("count");
    return count == null ? without : Numbers.parse(count);
  }
}
