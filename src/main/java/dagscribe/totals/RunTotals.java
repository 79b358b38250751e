package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * Everything that a run, or a part of one, has counted. Parts add up the same in any order and any
 * grouping, and {@link #NONE} adds nothing. What a part has not counted takes no room in its coded
 * form.
 *
 * @param files files of the input
 * @param linesRead non-blank lines read from them
 * @param dags what there is to ask for, and what was reused
 * @param output what was written
 * @param passes what was asked, by the name of the pass
 * @param surveys what there would be to ask, by the name of the way to ask; in an estimate only
 * @param stops what stopped the run from asking, by kind of failure; one message of each, the first
 *     in the order of text
 * @param inDoubt calls that former runs left open, the first {@value #MOST_IN_DOUBT}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record RunTotals(
    FileTotals files,
    long linesRead,
    DagTotals dags,
    OutputTotals output,
    Map<String, PassTotals> passes,
    Map<String, SurveyTotals> surveys,
    Map<String, String> stops,
    Set<CallInDoubt> inDoubt)
    implements Serializable {

  /** More than any run has open at once; whoever is not named now is named by the next run. */
  static final int MOST_IN_DOUBT = 10_000;

  /** Nothing counted yet. */
  public static final RunTotals NONE = new RunTotals();

  public RunTotals {
    files = Objects.requireNonNullElse(files, FileTotals.NONE);
    dags = Objects.requireNonNullElse(dags, DagTotals.NONE);
    output = Objects.requireNonNullElse(output, OutputTotals.NONE);
    passes = Sums.parts(passes, PassTotals.NONE::equals);
    surveys = Sums.parts(surveys, SurveyTotals.NONE::equals);
    stops = Sums.parts(stops, message -> false);
    inDoubt = first(Objects.requireNonNullElse(inDoubt, Set.of()));
  }

  /** Nothing counted, which is also what the coder leaves out. */
  public RunTotals() {
    this(
        FileTotals.NONE,
        0,
        DagTotals.NONE,
        OutputTotals.NONE,
        Map.of(),
        Map.of(),
        Map.of(),
        Set.of());
  }

  /** What was read. */
  public static RunTotals read(FileTotals files, long lines) {
    return new RunTotals(
        files, lines, DagTotals.NONE, OutputTotals.NONE, Map.of(), Map.of(), Map.of(), Set.of());
  }

  /** What there is to ask for. */
  public static RunTotals of(DagTotals dags) {
    return new RunTotals(
        FileTotals.NONE, 0, dags, OutputTotals.NONE, Map.of(), Map.of(), Map.of(), Set.of());
  }

  /** What was written. */
  public static RunTotals of(OutputTotals output) {
    return new RunTotals(
        FileTotals.NONE, 0, DagTotals.NONE, output, Map.of(), Map.of(), Map.of(), Set.of());
  }

  /** What a pass has asked. */
  public static RunTotals of(String pass, PassTotals totals) {
    return asking(Map.of(pass, totals), Map.of(), Map.of(), Set.of());
  }

  /** What there would be to ask. */
  public static RunTotals surveyed(Map<String, SurveyTotals> surveys) {
    return asking(Map.of(), surveys, Map.of(), Set.of());
  }

  /** What stopped the run. */
  public static RunTotals stopped(String kind, String message) {
    return asking(Map.of(), Map.of(), Map.of(kind, message), Set.of());
  }

  /** Calls left open; the same call twice is one. */
  public static RunTotals inDoubt(Collection<CallInDoubt> calls) {
    return asking(Map.of(), Map.of(), Map.of(), Set.copyOf(calls));
  }

  private static RunTotals asking(
      Map<String, PassTotals> passes,
      Map<String, SurveyTotals> surveys,
      Map<String, String> stops,
      Set<CallInDoubt> inDoubt) {
    return new RunTotals(
        FileTotals.NONE, 0, DagTotals.NONE, OutputTotals.NONE, passes, surveys, stops, inDoubt);
  }

  /** Both together. */
  public RunTotals plus(RunTotals other) {
    return new RunTotals(
        files.plus(other.files),
        linesRead + other.linesRead,
        dags.plus(other.dags),
        output.plus(other.output),
        Sums.plus(passes, other.passes, PassTotals::plus),
        Sums.plus(surveys, other.surveys, SurveyTotals::plus),
        Sums.plus(stops, other.stops, BinaryOperator.minBy(Comparator.naturalOrder())),
        Sets.union(inDoubt, other.inDoubt));
  }

  /** All passes together. */
  public PassTotals allPasses() {
    return passes.values().stream().reduce(PassTotals.NONE, PassTotals::plus);
  }

  private static Set<CallInDoubt> first(Set<CallInDoubt> calls) {
    return calls.stream()
        .sorted()
        .limit(MOST_IN_DOUBT)
        .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.naturalOrder()));
  }
}
