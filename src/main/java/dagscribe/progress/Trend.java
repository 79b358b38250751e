package dagscribe.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Paces of a run, from snapshots of it: requests over the last minute, and DAGs over the last five,
 * as their answers come in packs and waves. Not thread-safe.
 */
final class Trend {

  private static final long SPACING_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long REQUESTS_NANOS = Duration.ofMinutes(1).toNanos();
  private static final long DAGS_NANOS = Duration.ofMinutes(5).toNanos();

  /** A pace over less than this is chance. */
  private static final long SHORTEST_NANOS = Duration.ofSeconds(2).toNanos();

  /** What is told of the future needs more. */
  private static final long SHORTEST_FOR_TIME_LEFT_NANOS = Duration.ofSeconds(10).toNanos();

  private static final double NANOS_PER_MINUTE = 60e9;

  private record Point(long nanos, long requests, long dags) {}

  private final long startNanos;
  private final ArrayDeque<Point> points = new ArrayDeque<>();
  private long lastRequests;
  private long lastEndNanos;

  /**
   * @param startNanos when the run began
   */
  Trend(long startNanos) {
    this.startNanos = startNanos;
    this.lastEndNanos = startNanos;
  }

  /** Takes a snapshot into account; moments must not go back. */
  Figures observe(long nanos, Snapshot now) {
    Point point = new Point(nanos, now.requestsEnded(), now.generators().dags().settled());
    remember(point, now.generators().calls().attempts() > 0);
    boolean isOpen = now.generators().calls().inFlight() > 0;
    if (point.requests() != lastRequests || !isOpen) {
      lastRequests = point.requests();
      lastEndNanos = nanos;
    }
    return new Figures(
        Duration.ofNanos(nanos - startNanos),
        now,
        requestsPerMinute(point),
        timeLeft(point, now),
        Duration.ofNanos(nanos - lastEndNanos));
  }

  // Until the first request is sent there is no pace, so its time must not count.
  private void remember(Point point, boolean hasBegun) {
    if (!hasBegun) {
      points.clear();
    }
    Point newest = points.peekLast();
    if (newest == null || point.nanos() - newest.nanos() >= SPACING_NANOS) {
      points.add(point);
    }
    while (point.nanos() - points.getFirst().nanos() > DAGS_NANOS) {
      points.remove();
    }
  }

  private double requestsPerMinute(Point now) {
    Point then = since(now.nanos() - REQUESTS_NANOS);
    long nanos = now.nanos() - then.nanos();
    return nanos < SHORTEST_NANOS
        ? 0
        : (now.requests() - then.requests()) * NANOS_PER_MINUTE / nanos;
  }

  private @Nullable Duration timeLeft(Point now, Snapshot snapshot) {
    Point then = since(now.nanos() - DAGS_NANOS);
    long dags = now.dags() - then.dags();
    long nanos = now.nanos() - then.nanos();
    if (!snapshot.isTotalKnown() || nanos < SHORTEST_FOR_TIME_LEFT_NANOS || dags <= 0) {
      return null;
    }
    return Duration.ofNanos((long) ((double) snapshot.left() * nanos / dags));
  }

  private Point since(long nanos) {
    return points.stream()
        .filter(point -> point.nanos() >= nanos)
        .findFirst()
        .orElseGet(points::getLast);
  }
}
