package dagscribe.metrics;

import dagscribe.totals.CallTotals;
import dagscribe.totals.Destination;
import dagscribe.totals.Latencies;
import dagscribe.totals.RunTotals;
import dagscribe.worker.WorkerRegistry;
import org.apache.beam.sdk.metrics.Distribution;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Tells Beam's metrics what the report is going to say, while the job runs: counters by the names
 * of {@link JobCounter}, {@code lines-DESTINATION}, the distribution {@value #LATENCY} and the
 * gauges {@value #IN_FLIGHT} and {@value #MOST_IN_FLIGHT}.
 *
 * <p>Thread-safe. Counts only on a thread that belongs to a bundle, as every method of a DoFn does.
 * Runners show a step's numbers when one of its bundles ends.
 */
public final class JobMetrics {

  /** What stands before every name but that of the throttling time. */
  public static final String NAMESPACE = "dagscribe";

  static final String LATENCY = "latency-millis";
  static final String IN_FLIGHT = "requests-in-flight";
  static final String MOST_IN_FLIGHT = "most-requests-in-flight";

  private static final Distribution LATENCIES = Metrics.distribution(NAMESPACE, LATENCY);
  private static final Gauge OPEN = Metrics.gauge(NAMESPACE, IN_FLIGHT);
  private static final Gauge MOST_OPEN = Metrics.gauge(NAMESPACE, MOST_IN_FLIGHT);

  private JobMetrics() {}

  /** Counts a part of the report's totals; every part must come once. */
  public static void add(RunTotals part) {
    WorkerRegistry.ofThisProcess().totals().add(part);
    for (JobCounter counter : JobCounter.values()) {
      counter.add(part);
    }
    CallTotals calls = part.allPasses().calls();
    Latencies answers = calls.latencies();
    if (answers.count() > 0) {
      LATENCIES.update(
          answers.sumMillis(), answers.count(), answers.minMillis(), answers.maxMillis());
    }
    if (!part.passes().isEmpty()) {
      MOST_OPEN.set(calls.maxInFlight());
    }
  }

  /** Shows how many requests this process has open now. */
  public static void inFlight(int requests) {
    OPEN.set(requests);
  }

  /** Counts one line that ends at a destination. */
  public static void line(Destination destination) {
    Metrics.counter(NAMESPACE, "lines-" + destination.prefix()).inc();
  }
}
