package dagscribe.options;

import java.util.Set;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.options.ApplicationNameOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/** What the runners need to know of this job, and this job of them. */
public final class Runners {

  private Runners() {}

  /** Whether the calls are made by this process, and not by the workers of a cluster. */
  public static boolean isLocal(PipelineOptions options) {
    if (options.getRunner() == DirectRunner.class) {
      return true;
    }
    return options.getRunner() == FlinkRunner.class
        && isLocalMaster(options.as(FlinkPipelineOptions.class).getFlinkMaster());
  }

  /**
   * Whether another program loaded this one into its own process, as Flink's command line and its
   * JobManager do. Such a program must not be ended.
   */
  public static boolean isGuest() {
    return Runners.class.getClassLoader() != ClassLoader.getSystemClassLoader();
  }

  private static boolean isLocalMaster(String master) {
    return switch (master) {
      case "[local]", "[collection]" -> true;
      case "[auto]" -> !isGuest();
      default -> false;
    };
  }

  /**
   * Sets what suits this job better than a runner's own defaults: no check of every element on
   * Direct, one copy less of every element on Flink (both measured), and all processors of an
   * embedded Flink, which otherwise uses one.
   *
   * @param given names of options that the operator has set, which are left alone
   */
  static void complete(PipelineOptions options, Set<String> given) {
    if (!given.contains("appName")) {
      options.as(ApplicationNameOptions.class).setAppName("dagscribe");
    }
    if (options.getRunner() == DirectRunner.class) {
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
  }

  private static void complete(FlinkPipelineOptions options, Set<String> given) {
    if (!given.contains("fasterCopy")) {
      options.setFasterCopy(true);
    }
    if (!given.contains("parallelism") && isLocalMaster(options.getFlinkMaster())) {
      options.setParallelism(Runtime.getRuntime().availableProcessors());
    }
  }
}
