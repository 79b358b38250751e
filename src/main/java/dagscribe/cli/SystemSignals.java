package dagscribe.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * The machine's signals.
 *
 * <p>Java has nothing to take them with but {@code sun.misc.Signal}, which it keeps for want of a
 * successor (JEP 260). The compiler warns of it in a way that cannot be switched off, so it is
 * reached by reflection.
 */
final class SystemSignals {

  private static final Class<?> SIGNAL = type("sun.misc.Signal");
  private static final Class<?> HANDLER = type("sun.misc.SignalHandler");

  private SystemSignals() {}

  /** What became of a signal that was taken, to be given back. */
  interface Taken {
    void giveBack();
  }

  /**
   * Has a signal run something, in a thread of its own.
   *
   * @param name without SIG
   * @return gives the signal back; does nothing if it was ignored, and so was not taken
   * @throws IllegalArgumentException if the signal belongs to another, as with {@code -Xrs}
   */
  static Taken take(String name, Runnable action) {
    Object before = handle(name, handler(action));
    if (before.equals(ignored())) {
      handle(name, before);
      return () -> {};
    }
    return () -> handle(name, before);
  }

  private static Object handler(Runnable action) {
    InvocationHandler received =
        (proxy, method, arguments) -> {
          action.run();
          return null;
        };
    return Proxy.newProxyInstance(HANDLER.getClassLoader(), new Class<?>[] {HANDLER}, received);
  }

  private static Object handle(String name, Object handler) {
    try {
      Object signal = SIGNAL.getConstructor(String.class).newInstance(name);
      Method handle = SIGNAL.getMethod("handle", SIGNAL, HANDLER);
      return handle.invoke(null, signal, handler);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object ignored() {
    try {
      return HANDLER.getField("SIG_IGN").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
