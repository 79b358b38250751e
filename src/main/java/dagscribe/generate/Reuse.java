package dagscribe.generate;

import dagscribe.claude.Usage;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.util.Map;

/** What one outcome would have cost had nothing been reused, for the report. */
public final class Reuse {

  private static final double NANO = 1e9;

  private Reuse() {}

  /** Numbers of one outcome; none unless it is an instruction. */
  public static Totals of(DagOutcome outcome) {
    if (!(outcome.result() instanceof Result.Instruction instruction)) {
      return Totals.NONE;
    }
    boolean duplicate = outcome.duplicateOf() != null;
    boolean paid = instruction.origin() == Result.Origin.ASKED && !duplicate;
    Double costUsd = instruction.costUsd();
    long nanoUsd = costUsd == null ? 0 : Math.round(costUsd * NANO);
    return new Totals(
        Map.of(
            TotalNames.CACHED,
            is(instruction.origin() == Result.Origin.CACHED),
            TotalNames.SHARED,
            is(instruction.origin() == Result.Origin.SHARED),
            TotalNames.DUPLICATES,
            is(duplicate),
            TotalNames.UNSHARED_NANO_USD,
            nanoUsd,
            TotalNames.SAVED_NANO_USD,
            paid ? 0 : nanoUsd,
            TotalNames.SAVED_TOKENS,
            paid ? 0 : tokens(instruction.usage())),
        Map.of());
  }

  private static long is(boolean fact) {
    return fact ? 1 : 0;
  }

  private static long tokens(Usage usage) {
    return usage.inputTokens()
        + usage.outputTokens()
        + usage.cacheCreationInputTokens()
        + usage.cacheReadInputTokens();
  }
}
