package dagscribe.generate;

import dagscribe.source.ScoredDag;
import org.jspecify.annotations.Nullable;

/**
 * A DAG and what became of it.
 *
 * @param dag the DAG
 * @param result what became of it
 * @param duplicateOf id of the DAG that was asked for in its place; null if it was itself
 */
public record DagOutcome(ScoredDag dag, Result result, @Nullable String duplicateOf) {

  /** Outcome of a DAG that was itself asked for. */
  public static DagOutcome of(ScoredDag dag, Result result) {
    return new DagOutcome(dag, result, null);
  }

  /** The outcome of a DAG with the same content, which costs nothing more. */
  public DagOutcome sharedWith(ScoredDag duplicate) {
    return new DagOutcome(duplicate, result, dag.dag().id());
  }
}
