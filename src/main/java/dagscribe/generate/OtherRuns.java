package dagscribe.generate;

import dagscribe.cache.CacheException;
import dagscribe.cache.CallLog;
import dagscribe.delivery.CallResources;
import dagscribe.limit.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Questions that other runs on the same cache are asking. Looks every so often whether they have
 * been answered or given up; with nothing to wait for, it does nothing. Thread-safe.
 *
 * <p>Another run has a question no longer than one of its calls lasts, or, if it was killed on
 * another machine, until its signs of life are missing for 80 s. So every wait ends.
 */
public final class OtherRuns implements AutoCloseable {

  private static final Duration FIRST_LOOK = Duration.ofMillis(100);

  /** Short beside a call, long beside a look. */
  private static final Duration LATER_LOOK = Duration.ofSeconds(1);

  private final CallResources calls;
  private final CallLog log;
  private final DagMeter dags;
  private final AnswerStore store;
  private final ScheduledExecutorService timer;
  private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isLooking = new AtomicBoolean();
  private Duration delay = FIRST_LOOK;
  private boolean isClosed;

  private record Wait(Set<String> keys, CompletableFuture<Map<String, Result>> results) {}

  /**
   * Looks on a thread of the timer, which closes with this.
   *
   * @param store where the answers of all runs are
   */
  public OtherRuns(
      CallResources calls,
      CallLog log,
      GeneratorMeter meter,
      AnswerStore store,
      ScheduledExecutorService timer) {
    this.calls = calls;
    this.log = log;
    this.dags = meter.dags();
    this.store = store;
    this.timer = timer;
  }

  /** A timer whose one thread is there as soon as it is needed. */
  public static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, "other-runs");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Waits until none of these questions is asked elsewhere, or nothing more is to be asked here.
   *
   * @return the results that are there then; a question without one is free to be asked
   */
  CompletableFuture<Map<String, Result>> await(Set<String> keys) {
    Wait wait = new Wait(keys, new CompletableFuture<>());
    dags.awaits(keys.size());
    waits.add(wait);
    lookLater(FIRST_LOOK);
    return wait.results();
  }

  private void lookLater(Duration pause) {
    if (!waits.isEmpty() && isLooking.compareAndSet(false, true)) {
      Scheduler.of(timer).schedule(pause, this::look);
    }
  }

  private void look() {
    Map<Wait, Map<String, Result>> over = Map.of();
    try {
      over = over();
    } catch (RuntimeException | Error e) {
      // Nobody reads what becomes of a task of the timer: who waits is told instead.
      takeAll().forEach(wait -> wait.results().completeExceptionally(e));
    } finally {
      isLooking.set(false);
      lookLater(delay);
    }
    over.forEach((wait, found) -> wait.results().complete(found));
  }

  private synchronized List<Wait> takeAll() {
    List<Wait> left = List.copyOf(waits);
    left.forEach(this::remove);
    return left;
  }

  /** Takes away the waits that are over, with what they have come to. */
  private synchronized Map<Wait, Map<String, Result>> over() {
    Map<Wait, Map<String, Result>> over = new LinkedHashMap<>();
    if (isClosed) {
      return over;
    }
    List<Wait> open = List.copyOf(waits);
    try {
      for (Wait wait : ready(open)) {
        over.put(wait, store.find(wait.keys()));
      }
    } catch (CacheException e) {
      calls.stop(e);
      open.forEach(wait -> over.putIfAbsent(wait, Map.of()));
    }
    over.keySet().forEach(this::remove);
    delay = over.isEmpty() && delay.compareTo(LATER_LOOK) < 0 ? delay.multipliedBy(2) : delay;
    delay = over.isEmpty() ? delay : FIRST_LOOK;
    return over;
  }

  // First whether they are asked, then whether they are answered: an answer is stored and its call
  // struck out in one go.
  private List<Wait> ready(List<Wait> open) {
    if (calls.isStopped()) {
      return open;
    }
    Set<String> keys = new HashSet<>();
    open.forEach(wait -> keys.addAll(wait.keys()));
    Set<String> asked = log.askedElsewhere(keys);
    List<Wait> ready = new ArrayList<>(open);
    ready.removeIf(wait -> wait.keys().stream().anyMatch(asked::contains));
    return ready;
  }

  private void remove(Wait wait) {
    waits.remove(wait);
    dags.awaits(-wait.keys().size());
  }

  /** Looks no more; whoever still waits is told. */
  @Override
  public synchronized void close() {
    isClosed = true;
    timer.shutdown();
    IllegalStateException closed = new IllegalStateException("the generator is closed");
    takeAll().forEach(wait -> wait.results().completeExceptionally(closed));
  }
}
