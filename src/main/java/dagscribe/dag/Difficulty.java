package dagscribe.dag;

public enum Difficulty {
  BEGINNER;

  public static Difficulty of(DagFacts f) {
    return BEGINNER;
  }

  public String label() {
    return "beginner";
  }
}
