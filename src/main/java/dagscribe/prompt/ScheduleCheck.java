package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares an instruction with the source's schedule: how often, and at which times and on which
 * days where both say so. An instruction may name other intervals (of a report, of a wait), so one
 * that is right outweighs any that is not. A source without a schedule argument, or with a computed
 * one, is uncheckable: what it means depends on Airflow's version or on a value.
 */
final class ScheduleCheck {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "@(?:hourly|daily|midnight|weekly|monthly|quarterly|yearly|annually)\\b"
              + "|(?<![\\w*/])[\\d*][\\d*/,-]*(?: [\\d*?][\\w*/,-]*){4}(?![\\w*/])");

  private ScheduleCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    String text = instruction.toLowerCase(Locale.ROOT);
    Stated stated = stated(text);
    String schedule = Objects.requireNonNullElse(facts.schedule(), "");
    return SourceCadence.parse(schedule)
        .map(cadence -> compare(schedule, cadence, stated))
        .orElseGet(() -> uncheckable(schedule, stated));
  }

  /** What an instruction says of the schedule. */
  private record Stated(Set<Integer> periods, Set<Integer> times, Set<DayOfWeek> days) {}

  private static Stated stated(String text) {
    Set<Integer> periods = StatedPeriods.in(text);
    Set<Integer> times = StatedTimes.times(text);
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      SourceCadence.cron(written.group())
          .ifPresent(
              cadence -> {
                periods.addAll(cadence.periods());
                times.addAll(cadence.times());
              });
    }
    return new Stated(periods, times, StatedTimes.days(text));
  }

  private static List<Finding> compare(String schedule, Cadence cadence, Stated stated) {
    List<Finding> findings = new ArrayList<>();
    String said = CadenceText.periods(stated.periods());
    findings.add(
        new Finding("schedule", verdict(cadence.periods(), stated.periods()), schedule, said));
    if (!cadence.times().isEmpty() && !stated.times().isEmpty()) {
      Verdict verdict = verdict(cadence.times(), stated.times());
      findings.add(new Finding("time", verdict, schedule, CadenceText.times(stated.times())));
    }
    if (!cadence.days().isEmpty() && !stated.days().isEmpty()) {
      Verdict verdict = verdict(cadence.days(), stated.days());
      findings.add(new Finding("day", verdict, schedule, CadenceText.days(stated.days())));
    }
    return findings;
  }

  private static List<Finding> uncheckable(String schedule, Stated stated) {
    String said = CadenceText.periods(stated.periods());
    return said.isEmpty()
        ? List.of()
        : List.of(new Finding("schedule", Verdict.UNCHECKABLE, schedule, said));
  }

  private static Verdict verdict(Set<?> source, Set<?> stated) {
    if (stated.isEmpty()) {
      return Verdict.SILENT;
    }
    return Collections.disjoint(source, stated) ? Verdict.CONTRADICTS : Verdict.AGREES;
  }
}
