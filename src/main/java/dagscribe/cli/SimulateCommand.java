package dagscribe.cli;

import dagscribe.options.CommandLine;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.SimulatedServerConfig;
import dagscribe.sim.SimSettings;
import dagscribe.sim.SimulatedServer;
import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** {@code simulate}: runs the simulated server until the process is ended. */
final class SimulateCommand implements CliCommand {

  @Override
  public ExitCode run(
      CommandLine line, DagscribeOptions options, PrintStream out, PrintStream err) {
    SimSettings settings = SimulatedServerConfig.from(options);
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
