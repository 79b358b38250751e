package dagscribe.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A cache that bears with a short failure of its backend, such as the restart of a server: what
 * fails is tried again a few times, unless it lasts, and fails for good after {@link #WAITS}. Until
 * something succeeds again, nothing more is waited for. Thread-safe, as its backend is.
 */
final class RetryingCache implements InstructionCache {

  /** A Redis server is back in a second or two; a person is not. */
  static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

  private final InstructionCache inner;
  private final Pause pause;
  private volatile boolean isHopeless;

  RetryingCache(InstructionCache inner, Pause pause) {
    this.inner = inner;
    this.pause = pause;
  }

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    return patiently(() -> inner.find(keys));
  }

  @Override
  public void store(Map<String, CachedInstruction> answers) {
    patiently(() -> inner.store(answers));
  }

  // What was shown before a failure would be shown again, so this is not tried again.
  @Override
  public void forEach(BiConsumer<String, CachedInstruction> answers) {
    inner.forEach(answers);
  }

  @Override
  public long remove(Collection<String> keys) {
    return patiently(() -> inner.remove(keys));
  }

  @Override
  public CallLog calls() {
    return new PatientLog(inner.calls());
  }

  @Override
  public void close() {
    inner.close();
  }

  private void patiently(Runnable work) {
    patiently(
        () -> {
          work.run();
          return true;
        });
  }

  private <T> T patiently(Supplier<T> work) {
    for (Duration wait : WAITS) {
      try {
        return done(work);
      } catch (CacheException e) {
        if (isHopeless || e.isLasting()) {
          throw e;
        }
      }
      pause.of(wait);
    }
    return atLast(work);
  }

  private <T> T done(Supplier<T> work) {
    T result = work.get();
    isHopeless = false;
    return result;
  }

  private <T> T atLast(Supplier<T> work) {
    try {
      return done(work);
    } catch (CacheException e) {
      isHopeless = true;
      throw e;
    }
  }

  /** The log, with the same patience. */
  private final class PatientLog implements CallLog {

    private final CallLog log;

    PatientLog(CallLog log) {
      this.log = log;
    }

    @Override
    public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
      return patiently(() -> log.record(begun, ended));
    }

    @Override
    public Set<String> askedElsewhere(Collection<String> keys) {
      return patiently(() -> log.askedElsewhere(keys));
    }

    @Override
    public void end(String call, Map<String, CachedInstruction> answers) {
      patiently(() -> log.end(call, answers));
    }

    @Override
    public List<OpenCall> inDoubt() {
      return patiently(log::inDoubt);
    }

    @Override
    public void forget(Collection<String> calls) {
      patiently(() -> log.forget(calls));
    }
  }
}
