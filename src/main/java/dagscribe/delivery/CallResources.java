package dagscribe.delivery;

import dagscribe.cache.CacheException;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.LimiterSettings;
import dagscribe.limit.Quota;
import dagscribe.limit.Scheduler;
import dagscribe.limit.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all clients of one job share in one process: the way to the server, the journal of calls,
 * the stop, the money, the calls in flight, and one limiter for each model. Thread-safe.
 */
public final class CallResources implements AutoCloseable {

  private static final CallFailure CLOSED =
      new CallFailure(FailureKind.CONNECTION, "the client was closed", 0, "", 0, 0);

  private final AttemptClient server;
  private final CallJournal journal;
  private final ClientSettings settings;
  private final StopSignal stop = new StopSignal();
  private final @Nullable Budget budget;
  private final CallSlots slots;
  private final ScheduledExecutorService timer;
  private Consumer<CallLimiter> share = limiter -> {};
  private final Map<String, CallLimiter> limiters = new LinkedHashMap<>();
  private final List<Quota> quotas = new ArrayList<>();
  private final List<ClaudeClient> clients = new ArrayList<>();

  /**
   * Owns the server's connections and the journal.
   *
   * @param settings how calls are made; the server's address is that of {@code server}
   */
  public CallResources(AttemptClient server, CallJournal journal, ClientSettings settings) {
    this.server = server;
    this.journal = journal;
    this.settings = settings;
    Double maxCostUsd = settings.maxCostUsd();
    this.budget = maxCostUsd == null ? null : new Budget(maxCostUsd);
    int workers = settings.workers();
    this.slots = new CallSlots(workers == 0 ? ClientSettings.MAX_AUTO_WORKERS : workers, stop);
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "claude-timer");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * A client for the calls of one pass, which closes with these.
   *
   * @param reader understands the answers
   */
  public synchronized ClaudeClient client(String pass, String model, AnswerReader reader) {
    CallLimiter limiter = limiters.computeIfAbsent(model, id -> newLimiter());
    CallMeter meter = new CallMeter(InstantSource.system());
    RetryingClient retrying =
        new RetryingClient(
            attempts(limiter, meter, reader),
            stop,
            limiter::outage,
            settings.maxAttempts(),
            Scheduler.of(timer),
            () -> ThreadLocalRandom.current().nextDouble());
    ClaudeClient client = new ClaudeClient(pass, journal, limiter, meter, retrying);
    clients.add(client);
    return client;
  }

  private CallAttempts attempts(CallLimiter limiter, CallMeter meter, AnswerReader reader) {
    CallAttempts journaling = new JournalingClient(server, journal, reader, meter, stop);
    CallAttempts metered = new AttemptMeteringClient(journaling, meter);
    CallAttempts paid = budget == null ? metered : new BudgetClient(metered, budget);
    CallAttempts throttled =
        new ThrottlingClient(slots.around(paid), limiter, stop, settings.waits().longest());
    Duration headStart = settings.waits().headStart();
    return headStart.isZero()
        ? throttled
        : new HeadStartClient(throttled, stop, Scheduler.of(timer), headStart);
  }

  private CallLimiter newLimiter() {
    Quota quota = settings.quota().open(Ticker.system());
    LimiterSettings limiterSettings =
        new LimiterSettings(settings.limits(), settings.workers(), ClientSettings.MAX_AUTO_WORKERS);
    CallLimiter limiter =
        new CallLimiter(limiterSettings, Ticker.system(), Scheduler.of(timer), quota);
    quotas.add(quota);
    stop.onTrip(limiter::close);
    share.accept(limiter);
    return limiter;
  }

  /**
   * Makes no call from now on: what is in flight goes on to its end, everything else fails with
   * this kind. The first stop counts.
   *
   * @param message one line for people that says why
   */
  public void stop(FailureKind kind, String message) {
    stop.trip(new CallFailure(kind, message, 0, "", 0, 0));
  }

  /** Makes no call from now on, as the cache cannot be used. */
  public void stop(CacheException cause) {
    stop(FailureKind.CACHE_FAILED, String.valueOf(cause.getMessage()));
  }

  /** Attempts of all clients that wait for their answers now. */
  public synchronized int callsInFlight() {
    return clients.stream().mapToInt(client -> client.totals().inFlight()).sum();
  }

  /** Whether no call is made any more. */
  public boolean isStopped() {
    return stop.cause() != null;
  }

  /**
   * Keeps to a part of the calls in flight, limits and money of the settings, where they give them:
   * other processes have the rest.
   *
   * @param parts 1 to {@code whole}
   * @param whole at most the calls in flight of the settings, or each part is still one call
   */
  public synchronized void keepTo(int parts, int whole) {
    share = limiter -> limiter.keepTo(parts, whole);
    limiters.values().forEach(share);
    if (settings.workers() > 0) {
      slots.allow(Math.max(1, settings.workers() * parts / whole));
    }
    if (budget != null && settings.maxCostUsd() != null) {
      budget.allow(settings.maxCostUsd() * parts / whole);
    }
  }

  /**
   * Waits for the calls in flight, which are paid for, and for the keeping of their answers; all
   * others end at once.
   */
  @Override
  public void close() {
    stop.trip(CLOSED);
    server.close();
    synchronized (this) {
      clients.forEach(client -> client.abandon(CLOSED));
      quotas.forEach(Quota::close);
    }
    timer.shutdownNow();
    journal.close();
  }
}
