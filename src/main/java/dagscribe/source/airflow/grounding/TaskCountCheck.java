package dagscribe.source.airflow.grounding;

import dagscribe.source.airflow.DagFacts;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the number of tasks that an instruction states with the source's. A number below it may
 * be that of a part ("then three tasks in parallel"), so it contradicts only where the instruction
 * speaks of the whole DAG. Loops in the source are not unrolled, so a number above it cannot be
 * checked.
 */
final class TaskCountCheck {

  private static final Pattern STATED =
      Pattern.compile(
          "(?i)(?<!\\w)(?<whole>(?:dag|pipeline|workflow)[^.;]{0,40}?"
              + "(?<!\\w)(?:with|of|has|have|contains?|containing|comprises|consists? of|consisting of)"
              + " (?:exactly )?)?(?<count>"
              + Numbers.REGEX
              + ")[- ](?:[a-z]{1,30}+[- ]){0,2}?(?:tasks|task|steps|step)(?!\\w)");

  private TaskCountCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    OptionalInt other = OptionalInt.empty();
    Matcher stated = STATED.matcher(instruction);
    while (stated.find()) {
      int count = Numbers.parse(stated.group("count"));
      if (facts.taskCount() > 0
          && (count == facts.taskCount() || count == facts.taskIds().size())) {
        return List.of(finding(Verdict.AGREES, count, facts));
      }
      if (stated.group("whole") != null || count > facts.taskCount()) {
        other = OptionalInt.of(Math.max(count, other.orElse(0)));
      }
    }
    return other.isPresent() ? List.of(other(other.getAsInt(), facts)) : List.of();
  }

  private static Finding other(int count, DagFacts facts) {
    boolean fewer = count < facts.taskCount();
    return finding(fewer ? Verdict.CONTRADICTS : Verdict.UNCHECKABLE, count, facts);
  }

  private static Finding finding(Verdict verdict, int count, DagFacts facts) {
    return new Finding("count", verdict, String.valueOf(facts.taskCount()), String.valueOf(count));
  }
}
