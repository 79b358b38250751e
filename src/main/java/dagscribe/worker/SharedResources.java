package dagscribe.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Resources that all clones of a DoFn in this JVM share: each is opened by the first that needs it
 * and closed by the last that returns it. Thread-safe; opening and closing exclude each other.
 */
public final class SharedResources {

  private final Map<Object, Shared> open = new HashMap<>();

  SharedResources() {}

  private static final class Shared {
    private final AutoCloseable resource;
    private int leases;

    Shared(AutoCloseable resource) {
      this.resource = resource;
    }
  }

  /** The right to use a shared resource until it is closed. */
  public static final class Lease<T extends AutoCloseable> implements AutoCloseable {

    private final T resource;
    private final Runnable giveBack;
    private boolean returned;

    private Lease(T resource, Runnable giveBack) {
      this.resource = resource;
      this.giveBack = giveBack;
    }

    public T resource() {
      return resource;
    }

    @Override
    public synchronized void close() {
      if (!returned) {
        returned = true;
        giveBack.run();
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
  public synchronized <T extends AutoCloseable> Lease<T> lease(Object key, Supplier<T> opener) {
    Shared shared = open.get(key);
    if (shared == null) {
      shared = new Shared(opener.get());
      open.put(key, shared);
    }
    shared.leases++;
    return new Lease<>((T) shared.resource, () -> giveBack(key));
  }

  private synchronized void giveBack(Object key) {
    Shared shared = open.get(key);
    if (shared != null && --shared.leases == 0) {
      open.remove(key);
      shut(shared.resource);
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
