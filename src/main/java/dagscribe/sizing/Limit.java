package dagscribe.sizing;

/** What can hold a run back. */
public enum Limit {
  /** Requests a minute. */
  REQUESTS("requests"),
  /** Uncached input tokens a minute. */
  INPUT_TOKENS("input tokens"),
  /** Output tokens a minute, thinking included. */
  OUTPUT_TOKENS("output tokens"),
  /** Calls that wait for their answer at once. */
  CALLS_IN_FLIGHT("calls in flight");

  private final String words;

  Limit(String words) {
    this.words = words;
  }

  /** The name for people. */
  public String words() {
    return words;
  }
}
