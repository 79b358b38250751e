package dagscribe.runner;

import com.google.common.net.HostAndPort;
import dagscribe.options.UsageException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.jobgraph.SavepointConfigOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a Flink job goes: what {@code --flinkMaster} says, and who may overrule it. */
final class FlinkMaster {

  /** The Flink that is open around the program; else one in this process. */
  static final String AUTO = "[auto]";

  /** Beam's runner of collections, without any Flink cluster. */
  private static final String COLLECTION = "[collection]";

  private static final String SAVEPOINT = "savepointPath";

  private FlinkMaster() {}

  /** Whether the job runs in this process. */
  static boolean isLocal(String master) {
    return switch (master) {
      case "[local]", COLLECTION -> true;
      case AUTO -> !Runners.isGuest();
      default -> false;
    };
  }

  /** Whether the job runs on a Flink cluster of this process. */
  static boolean isEmbedded(String master) {
    return isLocal(master) && !master.equals(COLLECTION);
  }

  /**
   * The REST API that the job is sent to; empty if nothing is sent from here.
   *
   * @throws UsageException if the value is no address
   */
  static Optional<URI> remote(String master) {
    if (master.startsWith("[")) {
      return Optional.empty();
    }
    try {
      HostAndPort address =
          HostAndPort.fromString(master.replaceFirst("^https?://", ""))
              .withDefaultPort(RestOptions.PORT.defaultValue());
      return Optional.of(URI.create("http://" + address));
    } catch (IllegalArgumentException e) {
      throw UsageException.of("flinkMaster", master, "[local], [auto] or HOST:PORT");
    }
  }

  /**
   * Leaves to the program that loaded this one what it has decided: which cluster, from which
   * savepoint, and whether to wait for the end of the job.
   *
   * @throws UsageException if the savepoint is named to this program, as only the other can take it
   */
  static void completeGuest(FlinkPipelineOptions options, Set<String> given) {
    if (given.contains(SAVEPOINT)) {
      throw new UsageException(
          "--savepointPath: here it is Flink that takes the savepoint: flink run -s SAVEPOINT, or"
              + " savepointPath beside programArgsList in the request");
    }
    ReadableConfig decided =
        StreamExecutionEnvironment.getExecutionEnvironment().getConfiguration();
    options.setFlinkMaster(AUTO);
    options.setSavepointPath(decided.get(SavepointConfigOptions.SAVEPOINT_PATH));
    if (!given.contains("attachedMode")) {
      options.setAttachedMode(decided.get(DeploymentOptions.ATTACHED));
    }
  }
}
