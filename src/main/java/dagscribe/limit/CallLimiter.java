package dagscribe.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides when each call may start, so that the account is used to its limit and not beyond.
 *
 * <p>Calls get their permits in the order of asking, those that were refused before any that have
 * not begun, without holding a thread. A permit needs room in three rates (requests, input tokens
 * and output tokens a minute; an unknown rate has room), room among the calls in flight, and an
 * open gate. A delay that the server asks for closes the gate for all calls. Every permit must be
 * settled once.
 *
 * <p>Thread-safe. A future completes on the thread that made the room: asking, settling, or the
 * scheduler's; what depends on it must not block.
 */
public final class CallLimiter {
  private final Ticker ticker;
  private final Scheduler scheduler;
  private final Object lock = new Object();
  private final Admission admission;
  private final WaitingTime waitingTime = new WaitingTime();
  private final WaitingLine<Waiting> waiting = new WaitingLine<>();
  private final GrantQueue grants = new GrantQueue();
  private long granted;
  private long wakeNanos = Long.MAX_VALUE;
  private boolean isClosed;

  private record Waiting(
      CompletableFuture<Permit> future, long inputTokens, long outputTokens, long sinceNanos) {}

  /** A limiter whose buckets are its own. */
  public CallLimiter(LimiterSettings settings, Ticker ticker, Scheduler scheduler) {
    this(settings, ticker, scheduler, Quota.LOCAL.open(ticker));
  }

  /**
   * A limiter.
   *
   * @param quota keeps the buckets; stays its owner's to close
   */
  public CallLimiter(LimiterSettings settings, Ticker ticker, Scheduler scheduler, Quota quota) {
    this.ticker = ticker;
    this.scheduler = scheduler;
    this.admission = new Admission(settings, ticker, quota);
  }

  /**
   * Asks for a permit. Cancelling the future gives up the place in the queue; after {@link
   * #close()} it is cancelled from the start.
   *
   * @param inputTokens estimate of the input that counts, 0 or more
   * @param outputTokens estimate of the output, 0 or more
   */
  public CompletableFuture<Permit> acquire(long inputTokens, long outputTokens) {
    return acquire(inputTokens, outputTokens, false);
  }

  /**
   * Asks for the permit of a call that had one before and was refused, or got no answer. It goes
   * before all calls that have not begun, so that what has begun ends.
   */
  public CompletableFuture<Permit> acquireAgain(long inputTokens, long outputTokens) {
    return acquire(inputTokens, outputTokens, true);
  }

  private CompletableFuture<Permit> acquire(long inputTokens, long outputTokens, boolean again) {
    CompletableFuture<Permit> future = new CompletableFuture<>();
    synchronized (lock) {
      if (isClosed) {
        future.cancel(false);
        return future;
      }
      waiting.add(new Waiting(future, inputTokens, outputTokens, ticker.nanos()), again);
    }
    drain();
    return future;
  }

  /**
   * Takes a part of the calls in flight and of the limits that the settings fix, since other
   * processes have the rest. At least one call may be in flight.
   *
   * @param parts 1 to {@code whole}
   */
  public void keepTo(int parts, int whole) {
    synchronized (lock) {
      admission.keepTo(parts, whole);
    }
    drain();
  }

  /** Cancels all calls that wait and all that come; permits given stay valid. */
  public void close() {
    List<Waiting> abandoned;
    synchronized (lock) {
      isClosed = true;
      abandoned = waiting.removeAll();
      waitingTime.free(ticker.nanos());
    }
    abandoned.forEach(each -> each.future().completeExceptionally(new CancellationException()));
  }

  /** How long no call has got through, though some were tried; zero while some do. */
  public Duration outage() {
    synchronized (lock) {
      return admission.outage();
    }
  }

  /** What keeps the next call from starting, at this moment. */
  public ThrottleReason throttleReason() {
    synchronized (lock) {
      Waiting head = waiting.peek();
      return head == null
          ? admission.throttleReason()
          : admission.throttleReason(head.inputTokens(), head.outputTokens());
    }
  }

  /** Counters at this moment. */
  public LimiterTotals totals() {
    synchronized (lock) {
      return admission.totals(
          granted, waitingTime.waitedMillis(), waitingTime.throttledMillis(ticker.nanos()));
    }
  }

  void learn(Permit permit, AccountView view) {
    synchronized (lock) {
      admission.learn(permit, view);
    }
    drain();
  }

  void succeeded(Permit permit, long inputTokens, long outputTokens, Duration latency) {
    synchronized (lock) {
      admission.succeeded(permit, inputTokens, outputTokens, latency);
    }
    drain();
  }

  void ignored(Permit permit) {
    synchronized (lock) {
      admission.ignored(permit);
    }
    drain();
  }

  void dropped(Permit permit, @Nullable Duration serverDelay, DropReason drop) {
    synchronized (lock) {
      admission.dropped(permit, serverDelay, drop);
    }
    drain();
  }

  /** Grants all that may start now, and sees to it that the next is looked at in time. */
  private void drain() {
    synchronized (lock) {
      Waiting head;
      while ((head = waiting.peek()) != null) {
        if (!head.future().isDone() && !canStart(head)) {
          break;
        }
        waiting.remove();
        if (!head.future().isDone()) {
          grant(head);
        }
      }
      if (head == null) {
        waitingTime.free(ticker.nanos());
      }
    }
    grants.run();
  }

  private boolean canStart(Waiting head) {
    long now = ticker.nanos();
    long nanos = admission.nanosUntil(head.inputTokens(), head.outputTokens());
    if (nanos <= 0 || nanos == Admission.UNTIL_A_CALL_ENDS) {
      waitingTime.free(now);
      return nanos <= 0;
    }
    waitingTime.throttle(now);
    wakeIn(nanos, now);
    return false;
  }

  private void grant(Waiting head) {
    long now = ticker.nanos();
    int epoch = admission.start(head.inputTokens(), head.outputTokens());
    granted++;
    waitingTime.waited(now - head.sinceNanos());
    Permit permit = new Permit(this, head.inputTokens(), head.outputTokens(), epoch, now);
    grants.add(
        () -> {
          if (!head.future().complete(permit)) {
            permit.ignored();
          }
        });
  }

  private void wakeIn(long nanos, long now) {
    long due = now + nanos;
    if (due < wakeNanos) {
      wakeNanos = due;
      scheduler.schedule(Duration.ofNanos(nanos), () -> wake(due));
    }
  }

  /**
   * Only the earliest timer counts; those it overtook would otherwise renew themselves for ever.
   */
  private void wake(long due) {
    synchronized (lock) {
      if (due != wakeNanos) {
        return;
      }
      wakeNanos = Long.MAX_VALUE;
    }
    drain();
  }
}
