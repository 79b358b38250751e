package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.InstructionCache;
import dagscribe.claude.FailureKind;
import dagscribe.delivery.ClaudeClient;
import dagscribe.report.Totals;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a generator holds open: cache, log of calls, client, and its places at the brake and in the
 * overview. Thread-safe.
 */
public final class Workshop implements AutoCloseable {

  private final InstructionCache cache;
  private final CallRecorder recorder;
  private final ClaudeClient client;
  private final CallDeltas calls;
  private final AtomicReference<Totals> inDoubt;
  private final JobShare share;
  private final DagMeter dags = new DagMeter();
  private final Brake.Hold hold;
  private final Overview.Place place;

  /**
   * Owns all of them; reads which calls former runs have left open.
   *
   * @param lanes of the job over all processes; 1 if this process has the whole job
   */
  public Workshop(
      InstructionCache cache,
      CallRecorder recorder,
      ClaudeClient client,
      CallDeltas calls,
      int lanes,
      Brake brake,
      Overview overview) {
    this.cache = cache;
    this.recorder = recorder;
    this.client = client;
    this.calls = calls;
    this.inDoubt = new AtomicReference<>(InDoubt.totals(cache.calls().inDoubt()));
    this.share = new JobShare(lanes, client::keepTo);
    this.hold = brake.attach(why -> client.stop(FailureKind.STOPPED, why), this::callsInFlight);
    this.place = overview.attach(this::standing);
  }

  /** Counts what becomes of the DAGs. */
  DagMeter dags() {
    return dags;
  }

  private Standing standing() {
    return new Standing(
        dags.counts(calls.dagsAsked()), client.totals(), client.limiterTotals(), client.holdup());
  }

  /** This process has this lane of the job. */
  void take(int lane) {
    share.take(lane);
  }

  /** Asks nothing more, since its answer could not be kept. */
  public void stopAsking(CacheException cause) {
    client.stop(FailureKind.CACHE_FAILED, String.valueOf(cause.getMessage()));
  }

  /** Whether nothing more is asked. */
  boolean isStopped() {
    return client.isStopped();
  }

  /** Those of these questions that other runs are asking. */
  Set<String> askedElsewhere(Collection<String> keys) {
    return cache.calls().askedElsewhere(keys);
  }

  /** Numbers since they were last taken. */
  Totals takeTotals(long answersNotKept) {
    return calls
        .take(client.totals(), client.limiterTotals(), answersNotKept)
        .plus(inDoubt.getAndSet(Totals.NONE));
  }

  /** Calls that wait for their answers now. */
  int callsInFlight() {
    return client.totals().inFlight();
  }

  @Override
  public void close() {
    hold.close();
    client.close();
    place.close();
    recorder.close();
    cache.close();
  }
}
