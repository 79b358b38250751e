package dagscribe.prompt;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds how often an instruction says that something runs. */
final class StatedPeriods {

  private static final Pattern EVERY =
      Pattern.compile(
          "\\b(?:every|each|once an?|once every|once per) (?:(?<other>other)|(?<count>"
              + Numbers.REGEX
              + ")|single)?[ -]?(?<unit>minute|hour|day|week|month|quarter|year)s?\\b");

  private static final Map<String, Integer> UNITS =
      Map.of(
          "minute", 1,
          "hour", Cadence.HOUR,
          "day", Cadence.DAY,
          "week", Cadence.WEEK,
          "month", Cadence.MONTH,
          "quarter", Cadence.QUARTER,
          "year", Cadence.YEAR);

  private static final Map<Pattern, Integer> WORDS =
      Map.ofEntries(
          word("hourly", Cadence.HOUR),
          word("twice (?:a|per) day|twice[ -]daily", Cadence.DAY / 2),
          word("(?<!twice[ -])daily|nightly|everyday|every (?:morning|evening|night)", Cadence.DAY),
          word("(?:on|every) weekdays?|(?:every|each) (?:working|business) day", Cadence.DAY),
          word(
              "(?<!bi-)weekly|(?:on|every|each) (?:sun|mon|tues|wednes|thurs|fri|satur)days?",
              Cadence.WEEK),
          word("bi-?weekly|fortnightly", 2 * Cadence.WEEK),
          word("monthly", Cadence.MONTH),
          word("quarterly", Cadence.QUARTER),
          word("yearly|annually|annual", Cadence.YEAR),
          word(
              "manual(?:ly)?|on[ -]demand|no (?:\\w+ )?schedule|unscheduled|not scheduled"
                  + "|without a (?:\\w+ )?schedule|triggered externally|externally triggered"
                  + "|only when (?:it is )?triggered",
              Cadence.NEVER),
          word(
              "@once|runs? (?:just |only |exactly )?once(?! (?:a|an|per|every)\\b)|one[ -](?:time|off)"
                  + "|single run",
              Cadence.ONCE));

  /** What in front of an interval says that it is not the schedule's. */
  private static final Pattern NOT_THE_SCHEDULE =
      Pattern.compile("(?:retr|delay|pok|poll|timeout|time out|wait|check)[^.;]{0,40}$");

  private StatedPeriods() {}

  /** The periods that a text in lower case states, in minutes as in {@link Cadence#periods}. */
  static Set<Integer> in(String text) {
    Set<Integer> periods = new TreeSet<>();
    Matcher every = EVERY.matcher(text);
    while (every.find()) {
      if (!NOT_THE_SCHEDULE.matcher(text.substring(0, every.start())).find()) {
        periods.add(count(every) * UNITS.getOrDefault(every.group("unit"), 0));
      }
    }
    WORDS.forEach(
        (word, period) -> {
          if (word.matcher(text).find()) {
            periods.add(period);
          }
        });
    return periods;
  }

  private static int count(Matcher every) {
    if (every.group("other") != null) {
      return 2;
    }
    String count = every.group("count");
    return count == null ? 1 : Numbers.parse(count);
  }

  private static Map.Entry<Pattern, Integer> word(String regex, int period) {
    return Map.entry(Pattern.compile("(?<![\\w-])(?:" + regex + ")(?![\\w-])"), period);
  }
}
