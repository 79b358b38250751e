package dagscribe.sizing;

/**
 * DAGs in one prompt, and what decided on so many.
 *
 * @param dags 1 or more
 */
public record PackSize(int dags, Reason reason) {

  /** What decides on the size of a pack. */
  public enum Reason {
    SET("as set"),
    LATENCY("a prompt each is answered soonest"),
    IN_FLIGHT("the calls in flight bind"),
    REQUESTS("the requests a minute bind"),
    INPUT_TOKENS("the input tokens a minute bind"),
    OUTPUT_TOKENS("the output tokens a minute bind"),
    PRICE("the shared prompt is paid less often");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  /** Both in words, for the report: {@code 5, since the requests a minute bind}. */
  @Override
  public String toString() {
    return reason == Reason.SET ? dags + ", as set" : dags + ", since " + reason.words;
  }
}
