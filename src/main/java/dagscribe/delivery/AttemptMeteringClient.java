package dagscribe.delivery;

import java.util.concurrent.CompletableFuture;

/** Counts attempts and those in flight. Thread-safe. */
final class AttemptMeteringClient implements CallAttempts {
  private final CallAttempts inner;
  private final CallMeter meter;

  AttemptMeteringClient(CallAttempts inner, CallMeter meter) {
    this.inner = inner;
    this.meter = meter;
  }

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    meter.attemptStarted();
    return inner
        .attempt(call)
        .whenComplete(
            (attempt, thrown) -> {
              if (attempt == null) {
                meter.attemptBroken();
              } else {
                meter.attemptEnded(attempt.outcome());
              }
            });
  }
}
