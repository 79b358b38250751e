package dagscribe.source.airflow;

/**
 * How much of Airflow one must know to write a DAG, by what its source shows.
 *
 * <p>{@link #ADVANCED} takes two of: 10 tasks or more; 5 different operators or more; 2 provider
 * packages or more; ids computed, as factories do; 6 dependency statements or more; 200 lines or
 * more. {@link #BEGINNER} is a DAG with none of these, at most 4 tasks, at most 2 different
 * operators and fewer than 80 lines. All others are {@link #INTERMEDIATE}.
 */
public enum Difficulty {
  BEGINNER,
  INTERMEDIATE,
  ADVANCED;

  public static Difficulty of(DagFacts facts) {
    int hard = hardSigns(facts);
    if (hard >= 2) {
      return ADVANCED;
    }
    boolean small =
        facts.taskCount() <= 4 && facts.operators().size() <= 2 && facts.lineCount() < 80;
    return hard == 0 && small ? BEGINNER : INTERMEDIATE;
  }

  private static int hardSigns(DagFacts facts) {
    return sign(facts.taskCount() >= 10)
        + sign(facts.operators().size() >= 5)
        + sign(facts.providers().size() >= 2)
        + sign(facts.dagIdsDynamic())
        + sign(facts.dependencyCount() >= 6)
        + sign(facts.lineCount() >= 200);
  }

  private static int sign(boolean shows) {
    return shows ? 1 : 0;
  }
}
