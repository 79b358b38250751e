package dagscribe.limit;

import java.time.Duration;

/** The server's side of one limit: a bucket that refills continuously. */
final class SimulatedBucket {
  private final VirtualTime time;
  private final double capacitySeconds;
  private double perMinute;
  private double level;
  private double lastSeconds;

  SimulatedBucket(VirtualTime time, double perMinute, double capacitySeconds) {
    this.time = time;
    this.perMinute = perMinute;
    this.capacitySeconds = capacitySeconds;
    this.level = capacity();
  }

  void setPerMinute(double value) {
    refill();
    perMinute = value;
    level = Math.min(level, capacity());
  }

  boolean holds(double units) {
    refill();
    return level >= units;
  }

  void take(double units) {
    refill();
    level -= units;
  }

  double perMinute() {
    return perMinute;
  }

  double secondsUntil(double units) {
    refill();
    return Math.max(0, (units - level) * 60 / perMinute);
  }

  RateLimitView view(long rounding) {
    refill();
    long remaining = Math.round(Math.max(0, Math.floor(level)) / rounding) * rounding;
    double untilFull = (capacity() - level) * 60 / perMinute;
    return new RateLimitView(
        (long) perMinute, remaining, Duration.ofNanos((long) (Math.max(0, untilFull) * 1e9)));
  }

  private double capacity() {
    return Math.max(1, perMinute * capacitySeconds / 60);
  }

  private void refill() {
    double now = time.seconds();
    level = Math.min(capacity(), level + (now - lastSeconds) * perMinute / 60);
    lastSeconds = now;
  }
}
