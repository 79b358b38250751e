package dagscribe.cli;

import dagscribe.plan.ScratchDirectory;
import dagscribe.runner.EmbeddedFlink;
import dagscribe.runner.Runners;
import dagscribe.source.TextStore;
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
   * @param graph adds its steps, with the texts of records where it is told
   */
  PipelineResult run(BiConsumer<Pipeline, TextStore> graph) {
    Pipeline pipeline = Pipeline.create(options);
    graph.accept(pipeline, texts());
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
  }
}
