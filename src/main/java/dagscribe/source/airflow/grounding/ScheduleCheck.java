package dagscribe.source.airflow.grounding;

import dagscribe.source.airflow.DagFacts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares an instruction with the source's schedule: how often, and at which times and on which
 * days where both say so. An instruction may name other intervals (of a report, of a wait), so one
 * that is right outweighs any that is not. Where a file has several DAGs, what is said may be of
 * any. A DAG without a schedule argument, or with a computed one, is uncheckable: what it means
 * depends on Airflow's version or on a value.
 */
final class ScheduleCheck {

  private static final Pattern WRITTEN =
      Pattern.compile(
          "@(?:hourly|daily|midnight|weekly|monthly|quarterly|yearly|annually)(?!\\w)"
              + "|(?<![\\w*/,-])[\\d*][\\d*/,-]{0,60}+(?: [\\d*?][\\w*/,-]{0,60}+){4}(?![\\w*/])");

  private ScheduleCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    Stated stated = stated(instruction.toLowerCase(Locale.ROOT));
    List<Cadence> cadences = cadences(facts.schedules());
    boolean readable = !cadences.isEmpty() && cadences.size() == facts.schedules().size();
    String source = String.join("; ", facts.schedules());
    List<Finding> findings = new ArrayList<>();
    period(cadences, readable, source, stated.periods()).ifPresent(findings::add);
    if (readable) {
      Set<Integer> times = allOf(cadences, Cadence::times);
      comparison("time", times, stated.times(), source, CadenceText.times(stated.times()))
          .ifPresent(findings::add);
      Set<DayOfWeek> days = allOf(cadences, Cadence::days);
      comparison("day", days, stated.days(), source, CadenceText.days(stated.days()))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** What an instruction says of the schedule. */
  private record Stated(List<StatedPeriod> periods, Set<Integer> times, Set<DayOfWeek> days) {}

  private static Stated stated(String text) {
    List<StatedPeriod> periods = new ArrayList<>(StatedPeriods.in(text));
    Set<Integer> times = StatedTimes.times(text);
    Matcher written = WRITTEN.matcher(text);
    while (written.find()) {
      String words = written.group();
      SourceCadence.cron(words)
          .ifPresent(
              cadence -> {
                cadence
                    .periods()
                    .forEach(p -> periods.add(new StatedPeriod(p, false, true, words)));
                times.addAll(cadence.times());
              });
    }
    return new Stated(periods, times, StatedTimes.days(text));
  }

  private static List<Cadence> cadences(List<String> schedules) {
    return schedules.stream().map(SourceCadence::parse).flatMap(Optional::stream).toList();
  }

  private static Optional<Finding> period(
      List<Cadence> cadences, boolean readable, String source, List<StatedPeriod> stated) {
    List<StatedPeriod> right = stated.stream().filter(said -> admits(cadences, said)).toList();
    List<StatedPeriod> certain = stated.stream().filter(StatedPeriod::certain).toList();
    if (!right.isEmpty()) {
      return Optional.of(new Finding("schedule", Verdict.AGREES, source, words(right)));
    }
    if (!certain.isEmpty()) {
      Verdict verdict = readable ? Verdict.CONTRADICTS : Verdict.UNCHECKABLE;
      return Optional.of(new Finding("schedule", verdict, source, words(certain)));
    }
    return readable
        ? Optional.of(new Finding("schedule", Verdict.SILENT, source, ""))
        : Optional.empty();
  }

  private static boolean admits(List<Cadence> cadences, StatedPeriod said) {
    return cadences.stream().anyMatch(cadence -> cadence.admits(said));
  }

  private static String words(List<StatedPeriod> stated) {
    return stated.stream().map(StatedPeriod::words).distinct().collect(Collectors.joining(", "));
  }

  private static <T> Set<T> allOf(List<Cadence> cadences, Function<Cadence, Set<T>> values) {
    boolean known = cadences.stream().noneMatch(cadence -> values.apply(cadence).isEmpty());
    return known
        ? cadences.stream().flatMap(c -> values.apply(c).stream()).collect(Collectors.toSet())
        : Set.of();
  }

  private static Optional<Finding> comparison(
      String check, Set<?> source, Set<?> stated, String schedule, String said) {
    if (source.isEmpty() || stated.isEmpty()) {
      return Optional.empty();
    }
    boolean agrees = !Collections.disjoint(source, stated);
    Verdict verdict = agrees ? Verdict.AGREES : Verdict.CONTRADICTS;
    return Optional.of(new Finding(check, verdict, schedule, said));
  }
}
