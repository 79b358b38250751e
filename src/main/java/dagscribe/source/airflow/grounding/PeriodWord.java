package dagscribe.source.airflow.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word or phrase that says how often something runs.
 *
 * @param certain whether it can be about nothing but a schedule
 */
record PeriodWord(Pattern words, int period, boolean exact, boolean certain) {

  /** What may be of an hour, a day or a week without the DAG being so: "the daily sales report". */
  private static final String OF_THE_DATA =
      " (?:\\w{1,20} ){0,2}(?:reports?|sales|figures|data|files?|orders?|stats|statistics|metrics"
          + "|summar(?:y|ies)|snapshots?|partitions?|aggregat(?:es?|ions?)|totals?|tables?|exports?"
          + "|extracts?|dumps?|backups?|digests?|e-?mails?|newsletters?|revenues?|usage|counts?|rates?"
          + "|prices?|logs?|transactions?|active|kpis?|values?|records?|numbers)(?!\\w)";

  private static final Map<String, Integer> ADJECTIVES =
      Map.of(
          "hourly", Cadence.HOUR,
          "(?<!once[ -])(?<!twice[ -])(?<!times[ -])daily|nightly", Cadence.DAY,
          "(?<!bi-)(?<!once[ -])(?<!twice[ -])weekly", Cadence.WEEK,
          "bi-?weekly|fortnightly", 2 * Cadence.WEEK,
          "(?<!bi-)(?<!once[ -])(?<!twice[ -])monthly", Cadence.MONTH,
          "quarterly", Cadence.QUARTER,
          "yearly|annually|annual", Cadence.YEAR);

  private static final List<PeriodWord> PHRASES =
      List.of(
          exact("once[ -]daily", Cadence.DAY),
          exact("twice[ -]daily", Cadence.DAY / 2),
          exact("three times daily", Cadence.DAY / 3),
          exact("four times daily", Cadence.DAY / 4),
          exact("once weekly", Cadence.WEEK),
          exact("twice weekly", Cadence.WEEK / 2),
          certain(
              "everyday|(?:every|each) (?:morning|afternoon|evening|night|midnight|noon)"
                  + "|(?:on|every) weekdays?|(?:every|each) (?:working|business) day",
              Cadence.DAY),
          certain(
              "(?:on|every|each) (?:sun|mon|tues|wednes|thurs|fri|satur)days?", Cadence.NAMED_DAYS),
          certain(
              "manual(?:ly)?|on[ -]demand|no (?:\\w{1,20} )?schedule|unscheduled|not scheduled"
                  + "|without a (?:\\w{1,20} )?schedule|triggered externally|externally triggered"
                  + "|only when (?:it is )?triggered",
              Cadence.NEVER),
          certain(
              "@once|runs? (?:just |only |exactly )?once(?! (?:a|an|per|every)(?!\\w))"
                  + "|one[ -](?:time|off)|single run",
              Cadence.ONCE),
          aside("@continuous|continuous(?:ly)?|non-?stop|back[ -]to[ -]back", Cadence.CONTINUOUS),
          aside(
              "data[ -]?(?:set)?[ -](?:aware|driven|triggered|based)"
                  + "|assets?[ -](?:aware|driven|triggered|based)"
                  + "|(?:when|whenever|once|after|as soon as|each time|every time)[^.;]{0,60}"
                  + " (?:data ?sets?|assets?)"
                  + "|(?:trigger|start|schedul)\\w{0,5}[^.;]{0,40} (?:data ?sets?|assets?)",
              Cadence.ON_DATA));

  private static final List<PeriodWord> ALL =
      Stream.concat(
              ADJECTIVES.entrySet().stream().flatMap(a -> adjective(a.getKey(), a.getValue())),
              PHRASES.stream())
          .toList();

  /** What a text in lower case states by such words. */
  static List<StatedPeriod> allIn(String text) {
    List<StatedPeriod> stated = new ArrayList<>();
    for (PeriodWord word : ALL) {
      Matcher found = word.words.matcher(text);
      if (found.find()) {
        stated.add(new StatedPeriod(word.period, word.exact, word.certain, found.group()));
      }
    }
    return stated;
  }

  private static PeriodWord certain(String regex, int period) {
    return new PeriodWord(whole(regex, ""), period, false, true);
  }

  private static PeriodWord exact(String regex, int period) {
    return new PeriodWord(whole(regex, ""), period, true, true);
  }

  /** Of a schedule for certain, unless it may be of the data. */
  private static Stream<PeriodWord> adjective(String regex, int period) {
    return Stream.of(
        new PeriodWord(whole(regex, "(?!" + OF_THE_DATA + ")"), period, false, true),
        new PeriodWord(whole(regex, "(?=" + OF_THE_DATA + ")"), period, false, false));
  }

  private static PeriodWord aside(String regex, int period) {
    return new PeriodWord(whole(regex, ""), period, false, false);
  }

  private static Pattern whole(String regex, String notBefore) {
    return Pattern.compile("(?<![\\w-])(?:" + regex + ")(?![\\w-])" + notBefore);
  }
}
