package dagscribe.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How far all generators of this process are together. Thread-safe.
 *
 * <p>There is one for the process, since a runner makes generators where nobody else reaches them.
 */
public final class Overview {

  private static final Overview PROCESS = new Overview();

  private final List<Supplier<Standing>> open = new ArrayList<>();
  private Standing closed = Standing.NONE;

  Overview() {}

  /** The place of a generator in the overview; what it has done stays when it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** The overview of this process. */
  public static Overview ofThisProcess() {
    return PROCESS;
  }

  /** Forgets the generators that are closed. */
  public synchronized void reset() {
    closed = Standing.NONE;
  }

  /** How far they are now. */
  public synchronized Standing standing() {
    return open.stream().map(Supplier::get).reduce(closed, Standing::plus);
  }

  /** Takes a generator in, until its place is closed. */
  synchronized Place attach(Supplier<Standing> generator) {
    open.add(generator);
    return () -> detach(generator);
  }

  private synchronized void detach(Supplier<Standing> generator) {
    if (open.remove(generator)) {
      closed = closed.plus(generator.get().closed());
    }
  }
}
