package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an instruction with the source's schedule: how often, and at which times and on which
 * days where both say so. An instruction may name other intervals (of a report, of a wait), so one
 * that is right outweighs any that is not. A source without a schedule argument, or with a computed
 * one, tells nothing: what it means depends on Airflow's version or on a value.
 */
final class ScheduleCheck {

  private static final double PERIOD_WEIGHT = 3;
  private static final double TIME_WEIGHT = 1;
  private static final double DAYS_WEIGHT = 1;

  private static final Pattern WRITTEN =
      Pattern.compile(
          "@(?:hourly|daily|midnight|weekly|monthly|quarterly|yearly|annually)\\b"
              + "|(?<![\\w*/])[\\d*][\\d*/,-]*(?: [\\d*?][\\w*/,-]*){4}(?![\\w*/])");

  private ScheduleCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    String schedule = facts.schedule();
    if (schedule == null) {
      return List.of();
    }
    String text = instruction.toLowerCase(Locale.ROOT);
    return SourceCadence.parse(schedule)
        .map(cadence -> compare(schedule, cadence, text))
        .orElse(List.of());
  }

  private static List<Finding> compare(String schedule, Cadence cadence, String text) {
    Set<Integer> periods = StatedPeriods.in(text);
    Set<Integer> times = StatedTimes.times(text);
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      SourceCadence.cron(written.group())
          .ifPresent(
              stated -> {
                periods.addAll(stated.periods());
                times.addAll(stated.times());
              });
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding("schedule: " + schedule, PERIOD_WEIGHT, agreement(cadence.periods(), periods)));
    addIfStated("time of day", TIME_WEIGHT, cadence.times(), times, findings);
    addIfStated("days", DAYS_WEIGHT, cadence.days(), StatedTimes.days(text), findings);
    return findings;
  }

  private static <T extends Comparable<T>> void addIfStated(
      String what, double weight, Set<T> source, Set<T> stated, List<Finding> findings) {
    if (!source.isEmpty() && !stated.isEmpty()) {
      findings.add(new Finding(what, weight, agreement(new TreeSet<>(source), stated)));
    }
  }

  private static double agreement(Set<?> source, Set<?> stated) {
    if (stated.isEmpty()) {
      return 0;
    }
    return Collections.disjoint(source, stated) ? -1 : 1;
  }
}
