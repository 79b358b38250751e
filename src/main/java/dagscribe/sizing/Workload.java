package dagscribe.sizing;

import dagscribe.claude.ModelSettings;

/**
 * DAGs to be asked about.
 *
 * @param model who is asked
 * @param dags how many, 0 or more
 * @param chars characters of all of them together, as they are sent
 * @param frame what each call sends beside them
 * @param charsPerToken characters of input that make one token
 * @param outputPerDag tokens of output expected for a DAG, thinking left out
 */
public record Workload(
    ModelSettings model,
    long dags,
    long chars,
    PromptFrame frame,
    double charsPerToken,
    double outputPerDag) {

  public Workload {
    if (dags < 0 || chars < 0) {
      throw new IllegalArgumentException("a workload must not be negative");
    }
  }

  /** The same with so many more DAGs of the same length. */
  public Workload with(long more) {
    long charsOfMore = dags == 0 ? 0 : Math.round((double) chars / dags * more);
    return new Workload(
        model, dags + more, chars + charsOfMore, frame, charsPerToken, outputPerDag);
  }
}
