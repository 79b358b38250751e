package dagscribe.bench;

import java.util.List;
import java.util.function.ToLongFunction;

/** One limit of an account that binds, and the work that makes it bind. */
enum Binding {
  REQUESTS(new Limits(600, 10_000_000, 10_000_000), Second::requests, 1, "model"),
  INPUT(new Limits(100_000, 400_000, 10_000_000), Second::inputTokens, 3, "model"),
  OUTPUT(new Limits(100_000, 10_000_000, 60_000), Second::outputTokens, 3, "model"),
  /** Each answer takes so long that what it tells is old. */
  SLOW_REQUESTS(new Limits(300, 10_000_000, 10_000_000), Second::requests, 1, "fixed:8s");

  private final Limits limits;
  private final ToLongFunction<Second> units;
  private final int dagsPerCall;
  private final String latency;

  Binding(Limits limits, ToLongFunction<Second> units, int dagsPerCall, String latency) {
    this.limits = limits;
    this.units = units;
    this.dagsPerCall = dagsPerCall;
    this.latency = latency;
  }

  /** The account. */
  Limits limits() {
    return limits;
  }

  /** The words of a simulated server with this account. */
  String[] simulator() {
    return limits.words(latency);
  }

  /** The word that makes the prompts of this work. */
  String packing() {
    return "--dagsPerCall=" + dagsPerCall;
  }

  /** What was used of the limit. */
  Use use(List<Second> seconds) {
    return new Use(seconds, units);
  }

  /** The limit itself, of an account. */
  double perMinute(Limits of) {
    return switch (this) {
      case REQUESTS, SLOW_REQUESTS -> of.requests();
      case INPUT -> of.inputTokens();
      case OUTPUT -> of.outputTokens();
    };
  }
}
