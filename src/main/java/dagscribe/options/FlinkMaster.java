package dagscribe.options;

import com.google.common.net.HostAndPort;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Where a Flink job goes: what {@code --flinkMaster} says, and who may overrule it. */
final class FlinkMaster {

  private static final String AUTO = "[auto]";

  private FlinkMaster() {}

  /** Whether the job runs in this process. */
  static boolean isLocal(String master) {
    return switch (master) {
      case "[local]", "[collection]" -> true;
      case AUTO -> !Runners.isGuest();
      default -> false;
    };
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
   * Leaves to the program that loaded this one what it has decided: which cluster, and whether to
   * wait for the end of the job.
   */
  static void completeGuest(FlinkPipelineOptions options, Set<String> given) {
    options.setFlinkMaster(AUTO);
    if (!given.contains("attachedMode")) {
      options.setAttachedMode(
          StreamExecutionEnvironment.getExecutionEnvironment()
              .getConfiguration()
              .get(DeploymentOptions.ATTACHED));
    }
  }
}
