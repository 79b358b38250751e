package dagscribe.source;

import dagscribe.source.airflow.GivenFacts;

/**
 * A DAG as its record states it.
 *
 * @param dag the record
 * @param given facts that its metadata states
 */
public record StatedDag(Dag dag, GivenFacts given) {

  /** The same with its texts where the store puts them. */
  public StatedDag in(TextStore texts) {
    return new StatedDag(dag.in(texts), given);
  }
}
