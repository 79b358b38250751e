package dagscribe.delivery;

import dagscribe.claude.AccountLimits;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.LimiterSettings;
import dagscribe.limit.LimiterTotals;
import dagscribe.limit.Quota;
import dagscribe.limit.Scheduler;
import dagscribe.limit.ThrottleReason;
import dagscribe.limit.Ticker;
import dagscribe.totals.CallTotals;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A client that meters, repeats, throttles and keeps to a budget, in this order from the outside:
 * metering(retrying(head start(throttling(budget(attempt metering(attempts)))))). So every attempt
 * takes its own permit and its own money. Thread-safe.
 */
public final class ClaudeClient implements MessagesClient {
  private final MessagesClient outermost;
  private final CallMeter meter;
  private final CallLimiter limiter;
  private final StopSignal stop;
  private final ScheduledExecutorService timer;
  private final ClientSettings settings;
  private final @Nullable BudgetClient budget;

  private ClaudeClient(
      MessagesClient outermost,
      CallMeter meter,
      CallLimiter limiter,
      StopSignal stop,
      ScheduledExecutorService timer,
      ClientSettings settings,
      @Nullable BudgetClient budget) {
    this.outermost = outermost;
    this.meter = meter;
    this.limiter = limiter;
    this.stop = stop;
    this.timer = timer;
    this.settings = settings;
    this.budget = budget;
  }

  /** Wraps a client of single attempts, which closes with the result. */
  public static ClaudeClient over(AttemptClient attempts, ClientSettings settings) {
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "claude-timer");
              thread.setDaemon(true);
              return thread;
            });
    Scheduler scheduler = Scheduler.of(timer);
    CallMeter meter = new CallMeter(InstantSource.system());
    Quota quota = settings.quota().open(Ticker.system());
    CallLimiter limiter =
        new CallLimiter(limiterSettings(settings), Ticker.system(), scheduler, quota);
    StopSignal stop = new StopSignal();
    AttemptClient metered = new AttemptMeteringClient(attempts, meter);
    BudgetClient budget =
        settings.maxCostUsd() == null ? null : new BudgetClient(metered, settings.maxCostUsd());
    AttemptClient throttled =
        new ThrottlingClient(
            budget == null ? metered : budget, limiter, quota, stop, settings.waits().longest());
    stop.onTrip(limiter::close);
    AttemptClient ahead =
        settings.waits().headStart().isZero()
            ? throttled
            : new HeadStartClient(throttled, stop, scheduler, settings.waits().headStart());
    MessagesClient retrying =
        new RetryingClient(
            ahead,
            stop,
            limiter::outage,
            settings.maxAttempts(),
            scheduler,
            () -> ThreadLocalRandom.current().nextDouble());
    return new ClaudeClient(
        new MeteringClient(retrying, meter), meter, limiter, stop, timer, settings, budget);
  }

  @Override
  public CompletableFuture<MessageOutcome> send(MessageRequest request) {
    return outermost.send(request);
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

  /**
   * Keeps to a part of the calls in flight, limits and money of the settings, where they give them:
   * other processes have the rest.
   *
   * @param parts 1 to {@code whole}
   * @param whole at most the calls in flight of the settings, or each part is still one call
   */
  public void keepTo(int parts, int whole) {
    limiter.keepTo(parts, whole);
    if (budget != null && settings.maxCostUsd() != null) {
      budget.allow(settings.maxCostUsd() * parts / whole);
    }
  }

  /** Whether no call is made any more. */
  public boolean isStopped() {
    return stop.cause() != null;
  }

  /** What was done so far. */
  public CallTotals totals() {
    return meter.totals();
  }

  /** Counters of the limiter; its outstanding permits are 0 when nothing is in flight. */
  public LimiterTotals limiterTotals() {
    return limiter.totals();
  }

  /** What keeps the next call from starting, at this moment. */
  public ThrottleReason throttleReason() {
    return limiter.throttleReason();
  }

  @Override
  public void close() {
    outermost.close();
    timer.shutdownNow();
  }

  private static LimiterSettings limiterSettings(ClientSettings settings) {
    AccountLimits limits = settings.limits();
    return new LimiterSettings(
        limits.requestsPerMinute(),
        limits.inputTokensPerMinute(),
        limits.outputTokensPerMinute(),
        settings.workers(),
        ClientSettings.MAX_AUTO_WORKERS);
  }
}
