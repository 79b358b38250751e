package dagscribe.limit;

import dagscribe.limit.SimulatedServer.Call;
import dagscribe.limit.SimulatedServer.Reply;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** One process with more work than the account allows, or with a given number of calls. */
final class SimulatedProcess {
  /** Deep enough that the limiter never runs out of calls that wait. */
  private static final int BACKLOG = 400;

  private final VirtualTime time;
  private final SimulatedServer server;
  private final CallLimiter limiter;
  private final Tally tally;
  private final Random random;
  private final double meanInput;
  private final double meanOutput;
  private long toStart;

  SimulatedProcess(
      VirtualTime time,
      SimulatedServer server,
      LimiterSettings settings,
      Tally tally,
      Scenario scenario,
      long seed) {
    this.time = time;
    this.server = server;
    this.limiter = new CallLimiter(settings, time, time);
    this.tally = tally;
    this.random = new Random(seed);
    this.meanInput = scenario.meanInput;
    this.meanOutput = scenario.meanOutput;
    this.toStart = scenario.calls;
  }

  CallLimiter limiter() {
    return limiter;
  }

  void start() {
    for (int i = 0; i < BACKLOG; i++) {
      next();
    }
  }

  private void next() {
    if (toStart == 0) {
      return;
    }
    toStart--;
    int input = (int) (meanInput * (0.7 + 0.6 * random.nextDouble()));
    int output = Math.max(10, (int) (meanOutput * Math.exp(0.4 * random.nextGaussian() - 0.08)));
    attempt(new Call(input, output), 1);
  }

  private void attempt(Call call, int number) {
    long estimate = (long) (call.inputTokens() * (0.95 + 0.1 * random.nextDouble()));
    permit(estimate, number)
        .thenAccept(
            permit -> {
              tally.sent();
              double network = 0.02 + 0.03 * random.nextDouble();
              time.schedule(
                  network, () -> server.arrive(call, reply -> ended(call, permit, reply, number)));
            });
  }

  private CompletableFuture<Permit> permit(long estimate, int number) {
    return number == 1
        ? limiter.acquire(estimate, (long) meanOutput)
        : limiter.acquireAgain(estimate, (long) meanOutput);
  }

  private void ended(Call call, Permit permit, Reply reply, int number) {
    tally.ended(reply.status(), call);
    permit.learn(reply.view());
    if (reply.status() == SimulatedServer.Status.OK) {
      Duration latency = Duration.ofNanos((long) (reply.latencySeconds() * 1e9));
      permit.succeeded(call.inputTokens(), call.outputTokens(), latency);
      next();
      return;
    }
    Duration asked = reply.retryAfter().isZero() ? null : reply.retryAfter();
    permit.dropped(asked, drop(reply.status()));
    Duration wait = Backoff.DEFAULT.delay(number, asked, random.nextDouble());
    time.schedule(wait, () -> attempt(call, number + 1));
  }

  private static DropReason drop(SimulatedServer.Status status) {
    return switch (status) {
      case RATE_LIMITED -> DropReason.RATE_LIMITED;
      case OVERLOADED -> DropReason.OVERLOADED;
      default -> DropReason.UNAVAILABLE;
    };
  }
}
