package dagscribe.generate;

import dagscribe.totals.DagTotals;

/** What one outcome would have cost had nothing been reused, for the report. */
public final class Reuse {

  private static final double NANO = 1e9;

  private Reuse() {}

  /** Numbers of one outcome; none unless it is an instruction. */
  public static DagTotals of(DagOutcome outcome) {
    if (!(outcome.result() instanceof Result.Instruction instruction)) {
      return DagTotals.NONE;
    }
    boolean duplicate = outcome.duplicateOf() != null;
    boolean paid = instruction.origin() == Result.Origin.ASKED && !duplicate;
    Double costUsd = instruction.costUsd();
    long nanoUsd = costUsd == null ? 0 : Math.round(costUsd * NANO);
    return new DagTotals(
        0,
        false,
        duplicate ? 1 : 0,
        instruction.origin() == Result.Origin.CACHED ? 1 : 0,
        instruction.origin() == Result.Origin.SHARED ? 1 : 0,
        nanoUsd,
        paid ? 0 : nanoUsd,
        paid ? 0 : instruction.usage().all());
  }
}
