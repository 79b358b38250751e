package dagscribe.dag;

import java.util.Locale;

/** How hard it is to write a DAG, as far as its facts tell. */
public enum Difficulty {
  BEGINNER,
  INTERMEDIATE,
  ADVANCED;

  private static final int FEW_TASKS = 4;
  private static final int MANY_TASKS = 12;
  private static final int FEW_OPERATORS = 2;
  private static final int MANY_OPERATORS = 6;
  private static final int LONG_FILE = 250;

  /**
   * Advanced from {@value #MANY_TASKS} tasks, {@value #MANY_OPERATORS} kinds of operator or {@value
   * #LONG_FILE} lines on, or with computed DAG ids; for beginners up to {@value #FEW_TASKS} tasks
   * of {@value #FEW_OPERATORS} kinds.
   */
  public static Difficulty of(DagFacts facts) {
    if (facts.taskCount() >= MANY_TASKS
        || facts.operators().size() >= MANY_OPERATORS
        || facts.lineCount() >= LONG_FILE
        || facts.dagIdsDynamic()) {
      return ADVANCED;
    }
    return facts.taskCount() <= FEW_TASKS && facts.operators().size() <= FEW_OPERATORS
        ? BEGINNER
        : INTERMEDIATE;
  }

  /** The name in output lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
