package dagscribe.generate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stops the asking of every generator of this process: what is in flight is awaited, and what was
 * not asked is deferred. Thread-safe.
 *
 * <p>There is one for the process, since a runner makes generators where nobody else reaches them.
 */
public final class Brake {

  private static final Brake PROCESS = new Brake();

  private final Set<Consumer<String>> generators = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String reason;

  Brake() {}

  /** The place of a generator at the brake; closing gives it up. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** The brake of this process. */
  public static Brake ofThisProcess() {
    return PROCESS;
  }

  /**
   * Stops all generators, those that are opened later too.
   *
   * @param why a few words for people
   */
  public void pull(String why) {
    reason = why;
    generators.forEach(generator -> generator.accept(why));
  }

  /** Lets generators that are opened from now on ask again. */
  public void release() {
    reason = null;
  }

  /** Has a generator stopped when the brake is pulled, now or later, until it detaches. */
  Hold attach(Consumer<String> generator) {
    generators.add(generator);
    String why = reason;
    if (why != null) {
      generator.accept(why);
    }
    return () -> generators.remove(generator);
  }
}
