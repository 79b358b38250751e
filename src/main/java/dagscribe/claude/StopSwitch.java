package dagscribe.claude;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Trips once, by the first failure after which nothing more is to be asked. Thread-safe. */
final class StopSwitch {
  private final AtomicReference<@Nullable CallFailure> cause = new AtomicReference<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Registers what happens when the switch trips; before any call is made. */
  void onTrip(Runnable listener) {
    listeners.add(listener);
  }

  void trip(CallFailure failure) {
    if (cause.compareAndSet(null, failure)) {
      listeners.forEach(Runnable::run);
    }
  }

  /** Why it tripped; null while it has not. */
  @Nullable CallFailure cause() {
    return cause.get();
  }
}
