package dagscribe.dag;

public record GivenFacts() {
  public static GivenFacts of(com.fasterxml.jackson.databind.JsonNode n) {
    if (n.has("line_count") && !n.get("line_count").isInt())
      throw new IllegalArgumentException("line_count");
    if (n.has("operators") && !n.get("operators").isArray())
      throw new IllegalArgumentException("operators");
    return new GivenFacts();
  }

  public DagFacts over(DagFacts f) {
    return f;
  }
}
