package dagscribe.sim;

import dagscribe.source.airflow.DagFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Writes the request a person might have made to get a DAG, from the facts of its source. Equal
 * sources get equal text. Thread-safe if the facts are.
 */
final class InstructionWriter {

  private static final int MAX_NAMES = 8;
  private static final int MAX_PURPOSE_CHARS = 160;
  /* A model that is not thorough keeps silent about this share of the facts. */
  private static final double OMITTED_SHARE = 0.25;

  private final Function<String, DagFacts> facts;

  InstructionWriter(Function<String, DagFacts> facts) {
    this.facts = facts;
  }

  /**
   * Writes one instruction.
   *
   * @param thorough whether every fact is told
   */
  String write(DagBlock dag, boolean thorough) {
    DagFacts known = facts.apply(dag.source());
    RandomGenerator random = Dice.of(0, dag.hash());
    List<String> optional = new ArrayList<>();
    optional.add(purpose(known, random));
    optional.add(list(Phrases.SYSTEMS, known.providers(), random));
    optional.add(list(Phrases.OPERATORS, known.operators(), random));
    optional.add(tasks(known, random));
    optional.add(known.dependencyCount() > 0 ? Phrases.pick(Phrases.ORDERED, random) : "");
    optional.add(known.taskflow() ? Phrases.pick(Phrases.TASKFLOW, random) : "");
    String opening = opening(known, random);
    List<Boolean> told = optional.stream().map(each -> isTold(random)).toList();
    StringBuilder text = new StringBuilder(opening);
    for (int i = 0; i < optional.size(); i++) {
      if (!optional.get(i).isEmpty() && (thorough || told.get(i))) {
        text.append(' ').append(optional.get(i));
      }
    }
    return text.toString();
  }

  private static boolean isTold(RandomGenerator random) {
    return random.nextDouble() >= OMITTED_SHARE;
  }

  private static String opening(DagFacts facts, RandomGenerator random) {
    String start =
        facts.dagIds().isEmpty()
            ? Phrases.pick(Phrases.UNNAMED, random)
            : Phrases.pick(Phrases.NAMED, random, facts.dagIds().get(0));
    return start + schedule(facts, random) + ".";
  }

  private static String schedule(DagFacts facts, RandomGenerator random) {
    String schedule = Objects.requireNonNullElse(facts.schedule(), "None").strip();
    if (schedule.isEmpty() || schedule.equals("None")) {
      return Phrases.pick(Phrases.UNSCHEDULED, random);
    }
    String exact = "`" + schedule + "`";
    String said =
        ScheduleWords.of(schedule)
            .map(words -> words + " (" + exact + ")")
            .orElse("on the schedule " + exact);
    return Phrases.pick(Phrases.SCHEDULED, random, said);
  }

  private static String purpose(DagFacts facts, RandomGenerator random) {
    String line =
        facts
            .docString()
            .lines()
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .findFirst()
            .orElse("");
    if (line.isEmpty()) {
      return "";
    }
    String cut = Text.cut(line, MAX_PURPOSE_CHARS);
    return Phrases.pick(Phrases.PURPOSE, random, cut.replaceAll("[.\\s]+$", ""));
  }

  private static String list(List<String> phrases, List<String> names, RandomGenerator random) {
    return names.isEmpty() ? "" : Phrases.pick(phrases, random, enumeration(names));
  }

  private static String tasks(DagFacts facts, RandomGenerator random) {
    if (facts.taskCount() == 0) {
      return "";
    }
    if (facts.taskIds().isEmpty()) {
      return Phrases.pick(Phrases.TASK_COUNT, random, facts.taskCount());
    }
    String names = enumeration(facts.taskIds());
    return facts.taskCount() == 1
        ? Phrases.pick(Phrases.ONE_TASK, random, names)
        : Phrases.pick(Phrases.TASKS, random, facts.taskCount(), names);
  }

  private static String enumeration(List<String> names) {
    String joined =
        names.stream()
            .limit(MAX_NAMES)
            .map(each -> "`" + each + "`")
            .collect(Collectors.joining(", "));
    int more = names.size() - MAX_NAMES;
    return more > 0 ? joined + " and " + more + " more" : joined;
  }
}
