package dagscribe.cli;

import dagscribe.graph.JobScope;
import dagscribe.plan.ScratchDirectory;
import dagscribe.runner.EmbeddedFlink;
import dagscribe.runner.Runners;
import dagscribe.source.TextStore;
import dagscribe.worker.FirstOfContent;
import dagscribe.worker.SharedResources;
import dagscribe.worker.WorkerRegistry;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job where its options say. A Flink of this process can be reached by nobody else. What
 * Flink keeps in files, and the large texts that Direct would hold in memory, are in a directory of
 * their own; all of it lasts until this is closed.
 */
final class JobRunner implements AutoCloseable {

  private final PipelineOptions options;
  private final @Nullable ScratchDirectory scratch;
  private final @Nullable EmbeddedFlink flink;
  private final String process = UUID.randomUUID().toString();

  /** Held while the job lasts, though its steps may come and go. */
  private final SharedResources.Lease<FirstOfContent> firsts =
      WorkerRegistry.ofThisProcess().resources().lease(process, FirstOfContent::new);

  private JobRunner(
      PipelineOptions options, @Nullable ScratchDirectory scratch, @Nullable EmbeddedFlink flink) {
    this.options = options;
    this.scratch = scratch;
    this.flink = flink;
  }

  /** For the jobs of this thread; completes the options. */
  static JobRunner open(PipelineOptions options) {
    if (Runners.isDirect(options)) {
      return new JobRunner(options, ScratchDirectory.create(), null);
    }
    if (!Runners.embedsFlink(options)) {
      return new JobRunner(options, null, null);
    }
    ScratchDirectory scratch = ScratchDirectory.create();
    EmbeddedFlink flink = EmbeddedFlink.open(scratch.path(), Runners.flinkConfiguration(options));
    Runners.useOpenFlink(options);
    return new JobRunner(options, scratch, flink);
  }

  /**
   * Starts a job; some runners end it before they return from here.
   *
   * @param graph adds its steps, for the workers that it is told
   */
  PipelineResult run(BiConsumer<Pipeline, JobScope> graph) {
    Pipeline pipeline = Pipeline.create(options);
    boolean hasAllWorkers = scratch != null && !Runners.watches(options);
    graph.accept(pipeline, new JobScope(texts(), hasAllWorkers ? process : null));
    return pipeline.run();
  }

  // Flink sorts on disk what is too much for its memory, and a cluster has no disk in common.
  private TextStore texts() {
    return scratch == null || flink != null
        ? TextStore.IN_MEMORY
        : TextStore.inFilesOf(scratch.path());
  }

  @Override
  public void close() {
    if (flink != null) {
      flink.close();
    }
    if (scratch != null) {
      scratch.close();
    }
    firsts.close();
  }
}
