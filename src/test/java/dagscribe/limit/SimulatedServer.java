package dagscribe.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A server in virtual time: an account's three limits, a latency, trouble when told, and for small
 * servers a number of slots behind which calls queue.
 *
 * <p>What it cannot show: the cost of threads and connections, and clocks that disagree.
 */
final class SimulatedServer {
  enum Status {
    OK,
    RATE_LIMITED,
    OVERLOADED,
    UNREACHABLE
  }

  record Call(int inputTokens, int outputTokens) {}

  record Reply(Status status, AccountView view, Duration retryAfter, double latencySeconds) {}

  private static final int OUTPUT_STEPS = 5;

  final SimulatedBucket requests;
  final SimulatedBucket input;
  final SimulatedBucket output;
  private final VirtualTime time;
  private final Random random = new Random(7);
  private final Random strays = new Random(11);
  boolean sendsHeaders = true;
  boolean sendsRetryAfter = true;
  boolean isLookedAtAtEnd;
  boolean isUp = true;
  int slots = Integer.MAX_VALUE;
  double overloadedShare;
  double strayShare;
  double firstTokenSeconds = 0.8;
  double secondsPerToken = 1 / 220.0;
  double slowness = 1;
  double latencySpread = 0.25;
  private int busy;
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();

  SimulatedServer(
      VirtualTime time, double requests, double input, double output, double burstSeconds) {
    this.time = time;
    this.requests = new SimulatedBucket(time, requests, burstSeconds);
    this.input = new SimulatedBucket(time, input, 60);
    this.output = new SimulatedBucket(time, output, 60);
  }

  void setPerMinute(double perMinuteRequests, double perMinuteInput, double perMinuteOutput) {
    requests.setPerMinute(perMinuteRequests);
    input.setPerMinute(perMinuteInput);
    output.setPerMinute(perMinuteOutput);
  }

  void arrive(Call call, Consumer<Reply> answer) {
    if (!isUp) {
      refuse(Status.UNREACHABLE, 0.05, answer);
    } else if (random.nextDouble() < overloadedShare) {
      refuse(Status.OVERLOADED, 0.2, answer);
    } else if (strays.nextDouble() < strayShare) {
      refuse(Status.RATE_LIMITED, 0.2, answer);
    } else if (isOverLimit(call)) {
      refuse(Status.RATE_LIMITED, 0.1, answer);
    } else {
      requests.take(1);
      input.take(call.inputTokens());
      AccountView view = view();
      double arrived = time.seconds();
      Runnable start = () -> serve(call, view, arrived, answer);
      if (busy < slots) {
        start.run();
      } else {
        queue.add(start);
      }
    }
  }

  private boolean isOverLimit(Call call) {
    return !requests.holds(1) || !input.holds(call.inputTokens()) || !output.holds(1);
  }

  private void refuse(Status status, double afterSeconds, Consumer<Reply> answer) {
    double wait =
        Math.max(
            requests.secondsUntil(1), Math.max(input.secondsUntil(1_500), output.secondsUntil(1)));
    Duration retryAfter =
        status == Status.RATE_LIMITED && sendsRetryAfter
            ? Duration.ofSeconds((long) Math.max(1, Math.ceil(wait)))
            : Duration.ZERO;
    AccountView view = status == Status.RATE_LIMITED ? view() : AccountView.NONE;
    Reply reply = new Reply(status, view, retryAfter, afterSeconds);
    time.schedule(afterSeconds, () -> answer.accept(reply));
  }

  private void serve(Call call, AccountView view, double arrived, Consumer<Reply> answer) {
    busy++;
    double mean = firstTokenSeconds + call.outputTokens() * secondsPerToken;
    double seconds = mean * slowness * Math.exp(latencySpread * random.nextGaussian());
    for (int step = 1; step <= OUTPUT_STEPS; step++) {
      double part = (double) call.outputTokens() / OUTPUT_STEPS;
      time.schedule(seconds * step / OUTPUT_STEPS, () -> output.take(part));
    }
    time.schedule(
        seconds,
        () -> {
          busy--;
          AccountView seen = isLookedAtAtEnd ? view() : view;
          answer.accept(new Reply(Status.OK, seen, Duration.ZERO, time.seconds() - arrived));
          if (!queue.isEmpty()) {
            queue.remove().run();
          }
        });
  }

  private AccountView view() {
    return sendsHeaders
        ? new AccountView(requests.view(1), input.view(1000), output.view(1000))
        : AccountView.NONE;
  }
}
