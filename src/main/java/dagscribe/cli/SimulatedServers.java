package dagscribe.cli;

import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.sim.Faults;
import dagscribe.sim.Latency;
import dagscribe.sim.SimLimits;
import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.SourceReader;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Starts simulated servers as options describe them. */
public final class SimulatedServers {

  private SimulatedServers() {}

  /**
   * Starts a server.
   *
   * @throws UsageException if the faults are not understood or the port is taken
   */
  public static SimulatedServer start(RunConfig.SimulatedServer config) {
    SimSettings settings = settings(config);
    try {
      return SimulatedServer.start(settings, SimulatedServers::facts);
    } catch (IOException e) {
      throw new UsageException("--simPort=" + config.port() + ": " + e.getMessage());
    }
  }

  private static SimSettings settings(RunConfig.SimulatedServer config) {
    return SimSettings.DEFAULTS
        .withPort(config.port())
        .withLatency(latency(config.fixedLatency()))
        .withLimits(
            SimLimits.perMinute(
                config.requestsPerMinute(),
                config.inputTokensPerMinute(),
                config.outputTokensPerMinute()))
        .withFaults(faults(config.faults()))
        .withSeed(config.seed());
  }

  private static Latency latency(@Nullable Duration fixed) {
    return fixed == null ? Latency.modelled() : Latency.fixed(fixed);
  }

  private static Faults faults(String text) {
    try {
      return Faults.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--simFaults=" + text + ": " + e.getMessage());
    }
  }

  private static DagFacts facts(String source) {
    try (SourceReader reader = new SourceReader()) {
      return reader.facts(source);
    }
  }
}
