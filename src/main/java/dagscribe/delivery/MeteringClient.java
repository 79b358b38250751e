package dagscribe.delivery;

import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import java.util.concurrent.CompletableFuture;

/** Counts calls and how they end. Thread-safe. */
final class MeteringClient implements MessagesClient {
  private final MessagesClient inner;
  private final CallMeter meter;

  MeteringClient(MessagesClient inner, CallMeter meter) {
    this.inner = inner;
    this.meter = meter;
  }

  @Override
  public CompletableFuture<MessageOutcome> send(MessageRequest request) {
    meter.callStarted();
    return inner
        .send(request)
        .thenApply(
            outcome -> {
              meter.callEnded(request.settings().model(), outcome);
              return outcome;
            });
  }

  @Override
  public void close() {
    inner.close();
  }
}
