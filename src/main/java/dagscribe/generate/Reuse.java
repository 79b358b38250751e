package dagscribe.generate;

import dagscribe.claude.Usage;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.util.Map;

/** What one outcome would have cost without cache and deduplication, for the report. */
public final class Reuse {

  private static final double NANO = 1e9;

  private Reuse() {}

  /** Numbers of one outcome; none unless it is an instruction. */
  public static Totals of(DagOutcome outcome) {
    if (!(outcome.result() instanceof Result.Instruction instruction)) {
      return Totals.NONE;
    }
    Usage usage = instruction.usage();
    Double costUsd = instruction.costUsd();
    long tokens =
        usage.inputTokens()
            + usage.outputTokens()
            + usage.cacheCreationInputTokens()
            + usage.cacheReadInputTokens();
    return new Totals(
        Map.of(
            TotalNames.CACHED, instruction.cached() ? 1L : 0L,
            TotalNames.DUPLICATES, outcome.duplicateOf() == null ? 0L : 1L,
            TotalNames.UNSHARED_TOKENS, tokens,
            TotalNames.UNSHARED_NANO_USD, costUsd == null ? 0 : Math.round(costUsd * NANO)),
        Map.of());
  }
}
