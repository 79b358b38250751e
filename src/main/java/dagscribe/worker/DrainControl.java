package dagscribe.worker;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops the asking of every job of this process: what is in flight is awaited, and what was not
 * asked is deferred. Thread-safe.
 */
public final class DrainControl {

  private final Set<Asking> asking = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String reason;

  DrainControl() {}

  /** A job under this control: how it is stopped, and the calls whose answers it still awaits. */
  private record Asking(Consumer<String> stop, IntSupplier callsInFlight) {}

  /** The place of a job under this control; closing gives it up. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Stops all jobs, those that are opened later too.
   *
   * @param why a few words for people
   */
  public void drain(String why) {
    reason = why;
    asking.forEach(one -> one.stop().accept(why));
  }

  /** Lets jobs that are opened from now on ask again. */
  public void resume() {
    reason = null;
  }

  /** Waits until no job awaits the answer of a call, but no longer than this. */
  public void awaitIdle(Duration longest) {
    SystemWait.until(this::isIdle, longest);
  }

  /** Whether no job awaits the answer of a call. */
  boolean isIdle() {
    return asking.stream().allMatch(each -> each.callsInFlight().getAsInt() == 0);
  }

  /**
   * Has a job stopped when a drain begins, now or later, until it detaches.
   *
   * @param callsInFlight calls whose answers are not stored yet
   */
  Hold attach(Consumer<String> stop, IntSupplier callsInFlight) {
    Asking one = new Asking(stop, callsInFlight);
    asking.add(one);
    String why = reason;
    if (why != null) {
      stop.accept(why);
    }
    return () -> asking.remove(one);
  }
}
