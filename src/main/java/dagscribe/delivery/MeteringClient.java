package dagscribe.delivery;

import java.util.concurrent.CompletableFuture;

/** Counts calls and how they end. Thread-safe. */
final class MeteringClient implements CallClient {
  private final CallClient inner;
  private final CallMeter meter;

  MeteringClient(CallClient inner, CallMeter meter) {
    this.inner = inner;
    this.meter = meter;
  }

  @Override
  public CompletableFuture<CallOutcome> send(Call call) {
    meter.callStarted();
    return inner
        .send(call)
        .thenApply(
            outcome -> {
              meter.callEnded(call.request().settings().model(), outcome);
              return outcome;
            });
  }
}
