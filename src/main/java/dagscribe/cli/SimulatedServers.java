package dagscribe.cli;

import dagscribe.options.UsageException;
import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.SourceReader;
import java.io.IOException;

/** Starts simulated servers, which read facts of DAGs as the job does. */
public final class SimulatedServers {

  private SimulatedServers() {}

  /**
   * Starts a server.
   *
   * @throws UsageException if the port is taken
   */
  public static SimulatedServer start(SimSettings settings) {
    try {
      return SimulatedServer.start(settings, SimulatedServers::facts);
    } catch (IOException e) {
      throw new UsageException("--simPort=" + settings.port() + ": " + e.getMessage());
    }
  }

  private static DagFacts facts(String source) {
    try (SourceReader reader = new SourceReader()) {
      return reader.facts(source);
    }
  }
}
