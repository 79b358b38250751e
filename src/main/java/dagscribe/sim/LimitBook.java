package dagscribe.sim;

import io.github.bucket4j.TimeMeter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of every model class. Thread-safe. */
final class LimitBook {

  private final TimeMeter clock;
  private final Map<String, ModelLimits> classes = new ConcurrentHashMap<>();
  private SimLimits limits;

  LimitBook(SimLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = new Meter(clock);
  }

  ModelLimits of(ModelSpec model) {
    ModelLimits known = classes.get(model.limitClass());
    return known != null ? known : create(model.limitClass());
  }

  synchronized SimLimits limits() {
    return limits;
  }

  /** Changes the limits of every class; buckets keep what they hold. */
  synchronized void change(SimLimits newLimits) {
    limits = newLimits;
    classes.values().forEach(each -> each.change(newLimits));
  }

  /** Fills every bucket. */
  void refill() {
    classes.values().forEach(ModelLimits::refill);
  }

  private synchronized ModelLimits create(String limitClass) {
    return classes.computeIfAbsent(limitClass, name -> new ModelLimits(limits, clock));
  }

  private record Meter(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
