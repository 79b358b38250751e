package dagscribe.sim;

import java.util.List;
import java.util.random.RandomGenerator;

/** Ways to say the same; each {@code %s} takes one fact. */
final class Phrases {

  static final List<String> NAMED =
      List.of(
          "Write an Airflow DAG called `%s`",
          "Create an Apache Airflow DAG named `%s`",
          "I need an Airflow DAG with the id `%s`",
          "Please build me a DAG `%s` for Airflow",
          "Set up an Airflow pipeline `%s`",
          "Can you write the Airflow DAG `%s`");
  static final List<String> UNNAMED =
      List.of(
          "Write an Airflow DAG",
          "Create an Apache Airflow pipeline",
          "I need an Airflow DAG file",
          "Please build me a DAG for Airflow");
  static final List<String> SCHEDULED =
      List.of(" that runs %s", ", scheduled %s", " which should run %s", " to be run %s");
  static final List<String> UNSCHEDULED =
      List.of(" that is only triggered by hand", " without a schedule", ", started manually");
  static final List<String> PURPOSE =
      List.of("Its purpose: %s.", "What it is for: %s.", "In short: %s.", "Background: %s.");
  static final List<String> SYSTEMS =
      List.of(
          "It works with %s.",
          "The systems involved are %s.",
          "We use %s, so take the provider packages for it.",
          "It talks to %s.");
  static final List<String> OPERATORS =
      List.of(
          "Build it with %s.",
          "Use %s for the steps.",
          "The steps should be made with %s.",
          "I would like it to use %s.");
  static final List<String> ONE_TASK =
      List.of("There is a single task, %s.", "All it has to do is one task: %s.");
  static final List<String> TASKS =
      List.of(
          "It has %s tasks: %s.",
          "Split the work into %s tasks (%s).",
          "I expect %s tasks: %s.",
          "%s tasks are needed, namely %s.");
  static final List<String> TASK_COUNT =
      List.of("It has %s tasks.", "Split the work into %s tasks.", "I expect about %s tasks.");
  static final List<String> ORDERED =
      List.of(
          "Set the dependencies so that they run in the right order.",
          "Chain the tasks so that each waits for the ones it needs.",
          "Make later tasks depend on earlier ones.");
  static final List<String> TASKFLOW =
      List.of("Use the TaskFlow API.", "Write it with TaskFlow decorators, please.");

  private Phrases() {}

  static String pick(List<String> phrases, RandomGenerator random, Object... facts) {
    return phrases.get(random.nextInt(phrases.size())).formatted(facts);
  }
}
