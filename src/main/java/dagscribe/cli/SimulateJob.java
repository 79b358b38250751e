package dagscribe.cli;

import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** Runs the simulated server until the process is ended. */
final class SimulateJob implements ServerJob {

  @Override
  public ExitCode run(SimSettings settings, PrintStream out, PrintStream err) {
    try (SimulatedServer server = SimulatedServers.start(settings)) {
      out.println("simulated Messages API, no model behind it: " + server.baseUrl());
      out.flush();
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.DONE;
  }
}
