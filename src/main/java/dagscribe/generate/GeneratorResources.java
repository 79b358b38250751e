package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.FailureKind;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClaudeClient;
import dagscribe.totals.RunTotals;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a generator holds open: cache, log of calls, client, and its places under this control and
 * in the registry. Thread-safe.
 */
public final class GeneratorResources implements AutoCloseable {

  private final InstructionCache cache;
  private final CallResources calls;
  private final ClaudeClient client;
  private final TotalsDelta totals;
  private final AtomicReference<RunTotals> inDoubt;
  private final WorkerShare share;
  private final DagMeter dags = new DagMeter();
  private final DrainControl.Hold hold;
  private final GeneratorRegistry.Place place;

  /**
   * Owns all of them; reads which calls former runs have left open.
   *
   * @param partitions of the job over all processes; 1 if this process has the whole job
   */
  public GeneratorResources(
      InstructionCache cache,
      CallResources calls,
      ClaudeClient client,
      TotalsDelta totals,
      int partitions,
      DrainControl drain,
      GeneratorRegistry registry) {
    this.cache = cache;
    this.calls = calls;
    this.client = client;
    this.totals = totals;
    this.inDoubt = new AtomicReference<>(InDoubt.totals(cache.calls().inDoubt()));
    this.share = new WorkerShare(partitions, calls::keepTo);
    this.hold = drain.attach(why -> calls.stop(FailureKind.STOPPED, why), this::callsInFlight);
    this.place = registry.attach(this::generators);
  }

  /** Counts what becomes of the DAGs. */
  DagMeter dags() {
    return dags;
  }

  private GeneratorSnapshot generators() {
    return new GeneratorSnapshot(
        dags.counts(totals.dagsAsked()),
        client.totals(),
        client.limiterTotals(),
        client.throttleReason());
  }

  /** This process has this partition of the job. */
  void take(int partition) {
    share.take(partition);
  }

  /** Asks nothing more, since its answer could not be kept. */
  public void stopAsking(CacheException cause) {
    calls.stop(FailureKind.CACHE_FAILED, String.valueOf(cause.getMessage()));
  }

  /** Whether nothing more is asked. */
  boolean isStopped() {
    return calls.isStopped();
  }

  /** Those of these questions that other runs are asking. */
  Set<String> askedElsewhere(Collection<String> keys) {
    return cache.calls().askedElsewhere(keys);
  }

  /** Numbers since they were last taken. */
  RunTotals takeTotals() {
    return totals
        .take(client.totals(), client.limiterTotals())
        .plus(inDoubt.getAndSet(RunTotals.NONE));
  }

  /** Calls that wait for their answers now. */
  int callsInFlight() {
    return client.totals().inFlight();
  }

  @Override
  public void close() {
    hold.close();
    calls.close();
    place.close();
    cache.close();
  }
}
