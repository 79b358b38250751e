package dagscribe.delivery;

import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.MessageRequest;
import java.util.concurrent.CompletableFuture;

/** Counts attempts and those in flight. Thread-safe. */
final class AttemptMeteringClient implements AttemptClient {
  private final AttemptClient inner;
  private final CallMeter meter;

  AttemptMeteringClient(AttemptClient inner, CallMeter meter) {
    this.inner = inner;
    this.meter = meter;
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    meter.attemptStarted();
    return inner
        .send(request)
        .whenComplete(
            (attempt, thrown) -> {
              if (attempt == null) {
                meter.attemptBroken();
              } else {
                meter.attemptEnded(attempt.outcome());
              }
            });
  }

  @Override
  public void close() {
    inner.close();
  }
}
