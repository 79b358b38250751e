package dagscribe.worker;

import dagscribe.generate.GeneratorSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How far all generators of this process are together. Thread-safe. */
public final class GeneratorRegistry {

  private final List<Supplier<GeneratorSnapshot>> open = new ArrayList<>();
  private GeneratorSnapshot closed = GeneratorSnapshot.NONE;

  GeneratorRegistry() {}

  /** The place of a generator in the registry; what it has done stays when it is closed. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /** Forgets the generators that are closed. */
  public synchronized void reset() {
    closed = GeneratorSnapshot.NONE;
  }

  /** How far they are now. */
  public synchronized GeneratorSnapshot generators() {
    return open.stream().map(Supplier::get).reduce(closed, GeneratorSnapshot::plus);
  }

  /** Takes a generator in, until its place is closed. */
  synchronized Place attach(Supplier<GeneratorSnapshot> generator) {
    open.add(generator);
    return () -> detach(generator);
  }

  private synchronized void detach(Supplier<GeneratorSnapshot> generator) {
    if (open.remove(generator)) {
      closed = closed.plus(generator.get().closed());
    }
  }
}
