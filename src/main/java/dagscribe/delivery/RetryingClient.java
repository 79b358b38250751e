package dagscribe.delivery;

import dagscribe.claude.CallFailure;
import dagscribe.limit.Backoff;
import dagscribe.limit.Scheduler;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Repeats a call while that can help, and stops all calls when the server has been gone too long or
 * has refused all of the first.
 *
 * <p>Each attempt takes its own permit and gives it back before the wait, which no thread spends
 * sleeping. Thread-safe.
 */
final class RetryingClient implements CallClient {
  /** A server that has let nothing through for this long is taken for gone. */
  static final Duration OUTAGE_PATIENCE = Duration.ofMinutes(5);

  private final CallAttempts inner;
  private final StopSignal stop;
  private final Supplier<Duration> outage;
  private final int maxAttempts;
  private final Scheduler scheduler;
  private final DoubleSupplier random;
  private final FirstRefusals refusals;
  private final Set<RepeatedCall> open = ConcurrentHashMap.newKeySet();

  /**
   * @param outage how long nothing has got through
   * @param random 0 (inclusive) to 1 (exclusive), thread-safe
   */
  RetryingClient(
      CallAttempts inner,
      StopSignal stop,
      Supplier<Duration> outage,
      int maxAttempts,
      Scheduler scheduler,
      DoubleSupplier random) {
    this.inner = inner;
    this.stop = stop;
    this.outage = outage;
    this.maxAttempts = maxAttempts;
    this.scheduler = scheduler;
    this.random = random;
    this.refusals = new FirstRefusals(stop);
    stop.onTrip(() -> open.forEach(RepeatedCall::wake));
  }

  @Override
  public CompletableFuture<CallOutcome> send(Call call) {
    RepeatedCall repeated = new RepeatedCall(this, call, maxAttempts);
    open.add(repeated);
    var unused = repeated.result().whenComplete((outcome, thrown) -> open.remove(repeated));
    CompletableFuture<CallOutcome> result =
        asksForWords(call) ? refusals.watch(repeated.result()) : repeated.result();
    repeated.attempt();
    return result;
  }

  // A call that only has the prompt cached is another kind of call: a server may refuse all of one
  // kind and none of the other.
  private static boolean asksForWords(Call call) {
    return call.request().settings().maxTokens() > 0;
  }

  /** Ends all calls that are open, whatever comes of them. */
  void abandon(CallFailure cause) {
    open.forEach(call -> call.abandon(cause));
  }

  CompletableFuture<CallAttempt> attempt(Call call, boolean again) {
    return again ? inner.attemptAgain(call) : inner.attempt(call);
  }

  StopSignal stop() {
    return stop;
  }

  /** Trips the switch if nothing has got through for too long. */
  void stopIfHopeless(CallFailure failure) {
    if (outage.get().compareTo(OUTAGE_PATIENCE) > 0) {
      stop.trip(failure);
    }
  }

  void wakeLater(RepeatedCall call, int attempts, CallAttempt attempt) {
    Duration delay = Backoff.DEFAULT.delay(attempts, attempt.serverDelay(), random.getAsDouble());
    scheduler.schedule(delay, call::wake);
  }
}
