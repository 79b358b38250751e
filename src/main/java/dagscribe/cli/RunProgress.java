package dagscribe.cli;

import dagscribe.generate.GeneratorSnapshot;
import dagscribe.options.RunConfig;
import dagscribe.progress.Progress;
import dagscribe.progress.Snapshot;
import dagscribe.progress.Style;
import dagscribe.runner.Runners;
import dagscribe.totals.RunTotals;
import dagscribe.worker.WorkerRegistry;
import java.io.PrintStream;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * Shows how far a run is whose calls are made by this process; of others, nothing is known here.
 */
final class RunProgress {

  private static final WorkerRegistry PROCESS = WorkerRegistry.ofThisProcess();

  private RunProgress() {}

  /** Begins to show, in the way the operator wants; numbers of a former run are forgotten. */
  static Progress start(RunConfig config, PipelineOptions options, PrintStream err) {
    PROCESS.reset();
    boolean isHere = Runners.isLocal(options) && !Runners.isGuest();
    Style style = isHere ? config.progress() : Style.NONE;
    boolean isCounted = Runners.asksBeforeAllAreSeen(options);
    boolean hasEnd = config.files().watch() == null;
    return Progress.start(style, () -> snapshot(hasEnd, isCounted), err);
  }

  private static Snapshot snapshot(boolean hasEnd, boolean isCounted) {
    GeneratorSnapshot generators = PROCESS.generators().generators();
    RunTotals totals = PROCESS.totals().sum();
    boolean areAllSeen = isCounted ? totals.dags().areAllSeen() : generators.hasBegun();
    return new Snapshot(
        totals.linesRead(), totals.dags().distinct(), hasEnd && areAllSeen, generators);
  }
}
