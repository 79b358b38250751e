package dagscribe;

import dagscribe.options.Runners;
import dagscribe.runner.EmbeddedFlink;
import java.util.function.Consumer;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job where its options say. A Flink of this process can be reached by nobody else, and has
 * its files in a directory of their own; both last until this is closed.
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
   * @param graph adds its steps
   */
  PipelineResult run(Consumer<Pipeline> graph) {
    Pipeline pipeline = Pipeline.create(options);
    graph.accept(pipeline);
    return pipeline.run();
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
