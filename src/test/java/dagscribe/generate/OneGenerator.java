package dagscribe.generate;

import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import dagscribe.worker.WorkerRuntime;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A generator with a runtime of its own, which closes with it. */
record OneGenerator(WorkerRuntime runtime, InstructionGenerator generator)
    implements InstructionGenerator {

  @Override
  public void take(int partition) {
    generator.take(partition);
  }

  @Override
  public CompletableFuture<List<DagOutcome>> generate(List<PreparedDag> chunk) {
    return generator.generate(chunk);
  }

  @Override
  public RunTotals takeTotals() {
    return generator.takeTotals();
  }

  @Override
  public int requestsInFlight() {
    return generator.requestsInFlight();
  }

  @Override
  public void close() {
    runtime.close();
  }
}
