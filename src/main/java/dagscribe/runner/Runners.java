package dagscribe.runner;

import dagscribe.options.InputOutputOptions;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** What the runners need to know of this job, and this job of them. */
public final class Runners {

  /** One partition works while the other ends; more only make each chunk smaller. */
  private static final int DIRECT_PARTITIONS = 2;

  /** Threads of Direct that wait for calls while as many as there are processors prepare. */
  private static final int DIRECT_WAITING_THREADS = 16;

  /** For a cluster whose parallelism is set in its own configuration. */
  private static final int CLUSTER_PARTITIONS = 16;

  /**
   * While input is watched: work under way that a crash may repeat, against pauses of all calls.
   */
  private static final long CHECKPOINT_MILLIS = 15_000;

  private static final long BUNDLE_MILLIS = 5_000;

  private static final int MAX_DIRECT_SHARDS = 8;
  private static final long BYTES_PER_SHARD = 64 << 20;

  private Runners() {}

  /** Whether this is Beam's own runner for one process. */
  public static boolean isDirect(PipelineOptions options) {
    return options.getRunner() == DirectRunner.class;
  }

  /** Whether the calls are made by this process, and not by the workers of a cluster. */
  public static boolean isLocal(PipelineOptions options) {
    if (isDirect(options)) {
      return true;
    }
    return options.getRunner() == FlinkRunner.class
        && FlinkMaster.isLocal(options.as(FlinkPipelineOptions.class).getFlinkMaster());
  }

  /** Whether the job runs on a Flink that this process brings with it. */
  public static boolean embedsFlink(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class
        && FlinkMaster.isEmbedded(options.as(FlinkPipelineOptions.class).getFlinkMaster());
  }

  /** The directory of Flink's own settings; null if none is named. */
  public static @Nullable String flinkConfiguration(PipelineOptions options) {
    return options.as(FlinkPipelineOptions.class).getFlinkConfDir();
  }

  /** Makes Beam run the job on the Flink that is open in this thread, not on one of its own. */
  public static void useOpenFlink(PipelineOptions options) {
    options.as(FlinkPipelineOptions.class).setFlinkMaster(FlinkMaster.AUTO);
  }

  /**
   * Whether another program loaded this one into its own process, as Flink's command line and its
   * JobManager do. Such a program must not be ended.
   */
  public static boolean isGuest() {
    return Runners.class.getClassLoader() != ClassLoader.getSystemClassLoader();
  }

  /** The REST API of the cluster that the job is sent to; empty if nothing is sent from here. */
  public static Optional<URI> remoteMaster(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class
        ? FlinkMaster.remote(options.as(FlinkPipelineOptions.class).getFlinkMaster())
        : Optional.empty();
  }

  /** Whether this process only submits the job, and does not learn how it ends. */
  public static boolean isDetached(PipelineOptions options) {
    return !isLocal(options)
        && options.getRunner() == FlinkRunner.class
        && !options.as(FlinkPipelineOptions.class).getAttachedMode();
  }

  /**
   * Whether DAGs of an input that ends are asked for while others are still on their way. A Flink
   * cluster asks once it has seen all of it.
   */
  public static boolean asksBeforeAllAreSeen(PipelineOptions options) {
    return isDirect(options) || (embedsFlink(options) && !watches(options));
  }

  /** Whether the job goes on looking for new files. */
  public static boolean watches(PipelineOptions options) {
    return !options.as(InputOutputOptions.class).getWatch().equals("none");
  }

  /** Whether the runner can keep a job without end, and what it has seen, across restarts. */
  public static boolean canWatch(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class;
  }

  /** Whether the job goes on from a savepoint, with the output it has written so far. */
  public static boolean isResumed(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class
        && options.as(FlinkPipelineOptions.class).getSavepointPath() != null;
  }

  /** Threads that may ask at once over the whole job. */
  public static int partitions(PipelineOptions options) {
    if (options.getRunner() == FlinkRunner.class) {
      int parallelism = options.as(FlinkPipelineOptions.class).getParallelism();
      return parallelism > 0 ? parallelism : CLUSTER_PARTITIONS;
    }
    return DIRECT_PARTITIONS;
  }

  /**
   * Files per destination where the operator leaves them open; 0 leaves them to the runner. Flink
   * writes one per subtask. Direct would first count all lines to choose, which takes a pass.
   */
  public static int outputShards(PipelineOptions options, long inputBytes) {
    return isDirect(options)
        ? (int) Math.max(1, Math.min(MAX_DIRECT_SHARDS, inputBytes / BYTES_PER_SHARD))
        : 0;
  }

  /**
   * Sets what suits this job better than a runner's own defaults: no check of every element on
   * Direct, one copy less of every element on Flink (both measured), and all processors of an
   * embedded Flink, which otherwise uses one.
   *
   * @param given names of options that the operator has set, which are left alone
   */
  public static void complete(PipelineOptions options, Set<String> given) {
    if (!given.contains("appName")) {
      options.as(ApplicationNameOptions.class).setAppName("dagscribe");
    }
    if (isDirect(options)) {
      complete(options.as(DirectOptions.class), given);
    } else if (options.getRunner() == FlinkRunner.class) {
      complete(options.as(FlinkPipelineOptions.class), given);
    }
  }

  private static void complete(DirectOptions options, Set<String> given) {
    if (!given.contains("enforceImmutability")) {
      options.setEnforceImmutability(false);
    }
    if (!given.contains("enforceEncodability")) {
      options.setEnforceEncodability(false);
    }
    if (!given.contains("targetParallelism")) {
      options.setTargetParallelism(
          Runtime.getRuntime().availableProcessors() + DIRECT_WAITING_THREADS);
    }
  }

  private static void complete(FlinkPipelineOptions options, Set<String> given) {
    if (isGuest()) {
      FlinkMaster.completeGuest(options, given);
    }
    if (watches(options)) {
      completeWatch(options, given);
    }
    if (!given.contains("fasterCopy")) {
      options.setFasterCopy(true);
    }
    if (!given.contains("executionModeForBatch") && mayPipeline(options, given)) {
      options.setExecutionModeForBatch("PIPELINED_FORCED");
    }
    if (!given.contains("parallelism") && FlinkMaster.isLocal(options.getFlinkMaster())) {
      options.setParallelism(Runtime.getRuntime().availableProcessors());
    }
  }

  /**
   * Whether DAGs may be asked for while others are read. Flink would hold all that comes out of a
   * step with several followers back to its end, for fear that one of them waits for another; only
   * {@code --maxDags} does.
   */
  private static boolean mayPipeline(FlinkPipelineOptions options, Set<String> given) {
    return embedsFlink(options) && !given.contains("maxDags");
  }

  private static void completeWatch(FlinkPipelineOptions options, Set<String> given) {
    if (!given.contains("checkpointingInterval")) {
      options.setCheckpointingInterval(CHECKPOINT_MILLIS);
    }
    if (!given.contains("maxBundleTimeMills")) {
      options.setMaxBundleTimeMills(BUNDLE_MILLIS);
    }
  }
}
