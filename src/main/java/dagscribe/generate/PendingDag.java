package dagscribe.generate;

/**
 * One source, as it is sent, whose instruction is wanted. Counts the calls it took part in; one
 * call at a time asks it.
 */
final class PendingDag {

  private final String key;
  private final String text;
  private final String dag;
  private volatile int attempts;

  /**
   * @param dag id of a DAG that has this source
   */
  PendingDag(String key, String text, String dag) {
    this.key = key;
    this.text = text;
    this.dag = dag;
  }

  /** Id of a DAG that has this source, for people. */
  String dag() {
    return dag;
  }

  /** Key of the answer in the cache. */
  String key() {
    return key;
  }

  /** The source as it is sent. */
  String text() {
    return text;
  }

  /** Calls made so far in which this question took part. */
  int attempts() {
    return attempts;
  }

  // One call at a time asks a question, so this is not a race.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void addAttempts(int calls) {
    attempts += calls;
  }
}
