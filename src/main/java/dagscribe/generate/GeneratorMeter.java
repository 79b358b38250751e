package dagscribe.generate;

import dagscribe.delivery.ClaudeClient;
import dagscribe.totals.RunTotals;
import java.util.concurrent.atomic.AtomicReference;

/** The numbers of one generator: its DAGs, and the calls of its client. Thread-safe. */
public final class GeneratorMeter {

  private final ClaudeClient client;
  private final TotalsDelta totals;
  private final AtomicReference<RunTotals> beside;
  private final DagMeter dags = new DagMeter();

  /**
   * @param beside what is reported with the first numbers
   */
  public GeneratorMeter(ClaudeClient client, TotalsDelta totals, RunTotals beside) {
    this.client = client;
    this.totals = totals;
    this.beside = new AtomicReference<>(beside);
  }

  /** Counts what becomes of the DAGs. */
  DagMeter dags() {
    return dags;
  }

  /** How far the generator is. */
  public GeneratorSnapshot snapshot() {
    return new GeneratorSnapshot(
        dags.counts(totals.dagsAsked()),
        client.totals(),
        client.limiterTotals(),
        client.throttleReason());
  }

  /** Numbers since they were last taken. */
  RunTotals takeTotals() {
    return totals
        .take(client::totals, client::limiterTotals)
        .plus(beside.getAndSet(RunTotals.NONE));
  }

  /** Calls that wait for their answers now. */
  int callsInFlight() {
    return client.totals().inFlight();
  }
}
