package dagscribe.sim;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The three buckets of one model class. A call is let in if a request and its uncached input are
 * there and the output bucket is not empty; output is charged when it has been produced. A call
 * that is refused takes nothing. Thread-safe.
 */
final class ModelLimits {

  private final MinuteBucket requests;
  private final MinuteBucket input;
  private final MinuteBucket output;

  ModelLimits(SimLimits limits, TimeMeter clock) {
    requests = new MinuteBucket(limits.requestsPerMinute(), limits.burst(), clock);
    input = new MinuteBucket(limits.inputTokensPerMinute(), limits.burst(), clock);
    output = new MinuteBucket(limits.outputTokensPerMinute(), limits.burst(), clock);
  }

  /**
   * Why a call was not let in.
   *
   * @param limit the limit in words
   * @param retryAfter how long until the same call would be let in, if no other comes before it
   */
  record Refused(String limit, Duration retryAfter) {}

  /** Lets a call in, or tells why not. */
  synchronized Optional<Refused> admit(long inputTokens) {
    Duration forRequest = requests.waitFor(1);
    Duration forInput = input.waitFor(inputTokens);
    Duration forOutput = output.waitFor(1);
    Duration wait = longer(forRequest, longer(forInput, forOutput));
    if (wait.isZero()) {
      requests.take(1);
      input.take(inputTokens);
      return Optional.empty();
    }
    return Optional.of(new Refused(limitInWords(wait, forRequest, forInput), wait));
  }

  /** Charges output as produced. */
  synchronized void produced(long outputTokens) {
    output.take(outputTokens);
  }

  synchronized void change(SimLimits limits) {
    requests.change(limits.requestsPerMinute(), limits.burst());
    input.change(limits.inputTokensPerMinute(), limits.burst());
    output.change(limits.outputTokensPerMinute(), limits.burst());
  }

  synchronized void refill() {
    requests.refill();
    input.refill();
    output.refill();
  }

  synchronized Levels levels() {
    return new Levels(Level.of(requests), Level.of(input), Level.of(output));
  }

  /** What the three buckets hold at one moment. */
  record Levels(Level requests, Level input, Level output) {}

  /**
   * What one bucket holds at one moment.
   *
   * @param limit the limit a minute
   */
  record Level(long limit, long remaining, Duration untilFull) {

    static Level of(MinuteBucket bucket) {
      return new Level(bucket.perMinute(), bucket.remaining(), bucket.waitUntilFull());
    }

    Level plus(Level other) {
      return new Level(
          limit + other.limit, remaining + other.remaining, longer(untilFull, other.untilFull));
    }
  }

  private String limitInWords(Duration wait, Duration forRequest, Duration forInput) {
    if (wait.equals(forRequest)) {
      return String.format(Locale.ROOT, "%,d requests per minute", requests.perMinute());
    }
    return wait.equals(forInput)
        ? String.format(Locale.ROOT, "%,d input tokens per minute", input.perMinute())
        : String.format(Locale.ROOT, "%,d output tokens per minute", output.perMinute());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
