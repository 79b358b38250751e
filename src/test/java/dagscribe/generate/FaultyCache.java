package dagscribe.generate;

import dagscribe.cache.CallLog;
import dagscribe.cache.InstructionCache;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** A cache with a fault in the program of its log, which shows once. */
final class FaultyCache {

  private FaultyCache() {}

  /** Throws the fault when the method of the log is called first; all else goes to the cache. */
  static InstructionCache over(InstructionCache cache, String method, Throwable fault) {
    AtomicBoolean hasShown = new AtomicBoolean();
    CallLog log =
        proxy(
            CallLog.class,
            (self, called, arguments) -> {
              if (called.getName().equals(method) && !hasShown.getAndSet(true)) {
                throw fault;
              }
              return called.invoke(cache.calls(), arguments);
            });
    return proxy(
        InstructionCache.class,
        (self, called, arguments) ->
            called.getName().equals("calls") ? log : called.invoke(cache, arguments));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
