package dagscribe.steps;

import dagscribe.progress.Progress;
import dagscribe.progress.Snapshot;
import dagscribe.worker.SharedResources;
import dagscribe.worker.WorkerRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of a worker how far it is with its own calls, since whoever submitted the job sees
 * neither them nor, while the job lasts, any metrics of it.
 */
final class WorkerProgress {

  private static final Logger LOG = LoggerFactory.getLogger(WorkerProgress.class);

  private static final WorkerRegistry PROCESS = WorkerRegistry.ofThisProcess();

  private WorkerProgress() {}

  /** Tells until all leases are returned. */
  static SharedResources.Lease<Progress> lease() {
    return PROCESS
        .resources()
        .lease(WorkerProgress.class, () -> Progress.lines(WorkerProgress::snapshot, LOG::info));
  }

  /** What other workers have or will send here is not known. */
  private static Snapshot snapshot() {
    return new Snapshot(
        PROCESS.totals().sum().linesRead(), 0, false, PROCESS.generators().generators());
  }
}
