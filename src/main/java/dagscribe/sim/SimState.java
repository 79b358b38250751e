package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What a server remembers from call to call. Thread-safe. */
final class SimState {

  private final Journal journal;
  private final LimitBook limits;
  private final PromptCache promptCache;
  private final AtomicLong admitted = new AtomicLong();
  private final Map<Long, Integer> attempts = new ConcurrentHashMap<>();
  private final Set<JsonNode> schemas = ConcurrentHashMap.newKeySet();
  private volatile Faults faults;

  SimState(SimSettings settings, InstantSource clock) {
    journal = new Journal(clock);
    limits = new LimitBook(settings.limits(), clock);
    promptCache = new PromptCache(settings.charsPerToken());
    faults = settings.faults();
  }

  Journal journal() {
    return journal;
  }

  LimitBook limits() {
    return limits;
  }

  PromptCache promptCache() {
    return promptCache;
  }

  Faults faults() {
    return faults;
  }

  void changeFaults(Faults newFaults) {
    faults = newFaults;
  }

  /** The number of the next call admitted, from 1. */
  long nextCall() {
    return admitted.incrementAndGet();
  }

  /** How often a call of this content was admitted, this one included. */
  int nextAttempt(long contentHash) {
    return attempts.merge(contentHash, 1, Integer::sum);
  }

  /** Whether a schema is seen for the first time, and so must be compiled. */
  boolean isNew(@Nullable JsonNode schema) {
    return schema != null && schemas.add(schema);
  }

  /** As at the start, but for limits and faults, which stay as they were changed. */
  void reset() {
    journal.reset();
    limits.refill();
    promptCache.clear();
    admitted.set(0);
    attempts.clear();
    schemas.clear();
  }
}
