package dagscribe.delivery;

import dagscribe.claude.CallFailure;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Trips once, by the first failure after which nothing more is to be asked. Thread-safe. */
final class StopSignal {
  private final AtomicReference<@Nullable CallFailure> cause = new AtomicReference<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Registers what happens when the switch trips; before any call is made. */
  void onTrip(Runnable listener) {
    listeners.add(listener);
  }

  /** Trips by a failure, which all calls not yet attempted then share. */
  void trip(CallFailure failure) {
    CallFailure shared =
        new CallFailure(
            failure.kind(), failure.message(), failure.status(), failure.requestId(), 0, 0);
    if (cause.compareAndSet(null, shared)) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Why it tripped; null while it has not. */
  @Nullable CallFailure cause() {
    return cause.get();
  }
}
