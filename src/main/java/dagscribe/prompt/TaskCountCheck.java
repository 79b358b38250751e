package dagscribe.prompt;

import dagscribe.dag.DagFacts;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the number of tasks that an instruction states with the source's. A number below it may
 * be that of a part ("then three tasks in parallel"), so it contradicts only where the instruction
 * speaks of the whole DAG. Loops in the source are not unrolled, so a number above it counts half.
 */
final class TaskCountCheck {

  private static final double WEIGHT = 1;
  private static final double MAYBE_A_LOOP = -0.5;

  private static final Pattern STATED =
      Pattern.compile(
          "(?i)\\b(?<whole>(?:dag|pipeline|workflow)[^.;]{0,40}?"
              + "\\b(?:with|of|has|have|contains?|containing|comprises|consists? of|consisting of)"
              + " (?:exactly )?)?(?<count>"
              + Numbers.REGEX
              + ")[- ](?:[a-z]+[- ]){0,2}?(?:tasks|task|steps|step)\\b");

  private TaskCountCheck() {}

  static List<Finding> findings(String instruction, DagFacts facts) {
    if (facts.taskCount() == 0) {
      return List.of();
    }
    OptionalInt all = OptionalInt.empty();
    Matcher stated = STATED.matcher(instruction);
    while (stated.find()) {
      int count = Numbers.parse(stated.group("count"));
      if (count == facts.taskCount() || count == facts.taskIds().size()) {
        return List.of(new Finding("task count: " + count, WEIGHT, 1));
      }
      if (stated.group("whole") != null || count > facts.taskCount()) {
        all = OptionalInt.of(Math.max(count, all.orElse(0)));
      }
    }
    return all.isPresent() ? List.of(contradiction(all.getAsInt(), facts)) : List.of();
  }

  private static Finding contradiction(int count, DagFacts facts) {
    double agreement = count > facts.taskCount() ? MAYBE_A_LOOP : -1;
    return new Finding("task count: " + count, WEIGHT, agreement);
  }
}
