package dagscribe.plan;

import dagscribe.cache.CacheException;
import dagscribe.cache.CacheUrl;
import dagscribe.cache.InstructionCache;
import dagscribe.options.RunConfig;
import dagscribe.report.RunReport;
import dagscribe.runner.Runners;
import dagscribe.totals.CallInDoubt;
import java.io.PrintStream;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Strikes out the calls in doubt that a report has named: the next run need not name them again.
 */
public final class InDoubtCalls {

  private InDoubtCalls() {}

  /** Does nothing unless the report names any; what cannot be struck out is named again. */
  public static void forget(
      RunReport report, RunConfig config, PipelineOptions options, PrintStream err) {
    CacheUrl url = CacheChoice.of(config);
    List<String> calls = report.inDoubt().stream().map(CallInDoubt::call).toList();
    if (calls.isEmpty() || !isReachable(url, options)) {
      return;
    }
    try (InstructionCache cache = url.open()) {
      cache.calls().forget(calls);
    } catch (CacheException e) {
      err.println("dagscribe: the calls in doubt will be named again: " + e.getMessage());
    }
  }

  /** A file belongs to the machine of the workers, which may be another. */
  private static boolean isReachable(CacheUrl url, PipelineOptions options) {
    return Runners.isLocal(options) || url.isServer();
  }
}
