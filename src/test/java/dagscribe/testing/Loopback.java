package dagscribe.testing;

import dagscribe.sim.Latency;
import dagscribe.sim.SimLimits;
import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import dagscribe.source.airflow.SourceReader;
import java.io.IOException;
import java.time.Duration;

/** Simulated servers of this process with limits that nobody reaches. */
public final class Loopback {

  private Loopback() {}

  public static SimulatedServer start(Duration latency) throws IOException {
    return SimulatedServer.start(
        SimSettings.DEFAULTS
            .withLatency(Latency.fixed(latency))
            .withLimits(SimLimits.perMinute(1_000_000, 1_000_000_000, 1_000_000_000)),
        source -> {
          try (SourceReader reader = new SourceReader()) {
            return reader.facts(source);
          }
        });
  }
}
