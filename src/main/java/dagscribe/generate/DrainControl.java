package dagscribe.generate;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Stops the asking of every generator of this process: what is in flight is awaited, and what was
 * not asked is deferred. Thread-safe.
 *
 * <p>There is one for the process, since a runner makes generators where nobody else reaches them.
 */
public final class DrainControl {

  private static final DrainControl PROCESS = new DrainControl();

  private final Set<Generator> generators = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String reason;

  DrainControl() {}

  /**
   * A generator under this control: how it is stopped, and the calls whose answers it still awaits.
   */
  private record Generator(Consumer<String> stop, IntSupplier callsInFlight) {}

  /** The place of a generator under this control; closing gives it up. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** The control of this process. */
  public static DrainControl ofThisProcess() {
    return PROCESS;
  }

  /**
   * Stops all generators, those that are opened later too.
   *
   * @param why a few words for people
   */
  public void drain(String why) {
    reason = why;
    generators.forEach(generator -> generator.stop().accept(why));
  }

  /** Lets generators that are opened from now on ask again. */
  public void resume() {
    reason = null;
  }

  /** Waits until no generator awaits the answer of a call, but no longer than this. */
  public void awaitIdle(Duration longest) {
    SystemWait.until(this::isIdle, longest);
  }

  private boolean isIdle() {
    return generators.stream().allMatch(each -> each.callsInFlight().getAsInt() == 0);
  }

  /**
   * Has a generator stopped when a drain begins, now or later, until it detaches.
   *
   * @param callsInFlight calls whose answers are not stored yet
   */
  Hold attach(Consumer<String> stop, IntSupplier callsInFlight) {
    Generator generator = new Generator(stop, callsInFlight);
    generators.add(generator);
    String why = reason;
    if (why != null) {
      stop.accept(why);
    }
    return () -> generators.remove(generator);
  }
}
