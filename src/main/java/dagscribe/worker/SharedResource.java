package dagscribe.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One resource for all clones of a DoFn in this JVM: opened by the first that needs it, closed by
 * the last that returns it. Thread-safe; opening and closing exclude each other.
 */
public final class SharedResource<T extends AutoCloseable> {

  private static final Map<Object, SharedResource<?>> OPEN = new HashMap<>();

  private final T resource;
  private int leases;

  private SharedResource(T resource) {
    this.resource = resource;
  }

  /** The right to use a shared resource until it is closed. */
  public static final class Lease<T extends AutoCloseable> implements AutoCloseable {

    private final Object key;
    private final SharedResource<T> shared;
    private boolean returned;

    private Lease(Object key, SharedResource<T> shared) {
      this.key = key;
      this.shared = shared;
    }

    public T resource() {
      return shared.resource;
    }

    @Override
    public void close() {
      synchronized (OPEN) {
        if (returned) {
          return;
        }
        returned = true;
        shared.leases--;
        if (shared.leases == 0) {
          OPEN.remove(key);
          shut(shared.resource);
        }
      }
    }
  }

  /**
   * Leases the resource of this key.
   *
   * @param key equal keys share; has a stable equals and hashCode
   * @param opener opens the resource if no one else has it
   */
  @SuppressWarnings("unchecked") // A key is only ever used with one type of resource.
  public static <T extends AutoCloseable> Lease<T> lease(Object key, Supplier<T> opener) {
    synchronized (OPEN) {
      SharedResource<T> shared = (SharedResource<T>) OPEN.get(key);
      if (shared == null) {
        shared = new SharedResource<>(opener.get());
        OPEN.put(key, shared);
      }
      shared.leases++;
      return new Lease<>(key, shared);
    }
  }

  private static void shut(AutoCloseable resource) {
    try {
      resource.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a shared resource did not close", e);
    }
  }
}
