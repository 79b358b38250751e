package dagscribe.sizing;

import dagscribe.limit.Limit;

/**
 * DAGs in one prompt, and what decided on so many.
 *
 * @param dags 1 or more
 * @param reason in words
 */
public record PackSize(int dags, String reason) {

  /** What the operator set. */
  static PackSize set(int dags) {
    return new PackSize(dags, "as set");
  }

  /** A prompt for each DAG. */
  static PackSize alone() {
    return new PackSize(1, "since a prompt each is answered soonest");
  }

  /** As soon done as a prompt each, and cheaper. */
  static PackSize cheaper(int dags) {
    return new PackSize(dags, "since the shared prompt is paid less often");
  }

  /** Sooner done than a prompt each, which this limit holds back. */
  static PackSize boundBy(Limit limit, int dags) {
    String rate = limit == Limit.CALLS_IN_FLIGHT ? "" : " a minute";
    return new PackSize(dags, "since the " + limit.words() + rate + " bind");
  }

  /** Both in words, for the report: {@code 5, since the requests a minute bind}. */
  @Override
  public String toString() {
    return dags + ", " + reason;
  }
}
