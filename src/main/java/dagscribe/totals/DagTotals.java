package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;

/**
 * DAGs to ask for, and what was reused in place of asking.
 *
 * @param distinct DAGs worth asking for, one of each content, as they come
 * @param areAllSeen whether no more will come; once true, it is true of every sum
 * @param duplicates DAGs that have the answer of an equal one
 * @param cached DAGs answered by the cache
 * @param shared DAGs that shared the call of an equal question under way
 * @param unsharedNanoUsd billionths of a dollar that the instructions would have cost had nothing
 *     been reused
 * @param savedNanoUsd the part of it that was not paid in this run
 * @param savedTokens tokens of all kinds that were not used again
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record DagTotals(
    long distinct,
    boolean areAllSeen,
    long duplicates,
    long cached,
    long shared,
    long unsharedNanoUsd,
    long savedNanoUsd,
    long savedTokens)
    implements Serializable {

  /** No DAG has come. */
  public static final DagTotals NONE = new DagTotals(0, false, 0, 0, 0, 0, 0, 0);

  /** All DAGs to ask for have come. */
  public static final DagTotals ALL_SEEN = new DagTotals(0, true, 0, 0, 0, 0, 0, 0);

  /** So many to ask for. */
  public static DagTotals distinct(long dags) {
    return new DagTotals(dags, false, 0, 0, 0, 0, 0, 0);
  }

  /** So many that are equal to another. */
  public static DagTotals duplicates(long dags) {
    return new DagTotals(0, false, dags, 0, 0, 0, 0, 0);
  }

  /** Both together. */
  public DagTotals plus(DagTotals other) {
    return new DagTotals(
        distinct + other.distinct,
        areAllSeen || other.areAllSeen,
        duplicates + other.duplicates,
        cached + other.cached,
        shared + other.shared,
        unsharedNanoUsd + other.unsharedNanoUsd,
        savedNanoUsd + other.savedNanoUsd,
        savedTokens + other.savedTokens);
  }
}
