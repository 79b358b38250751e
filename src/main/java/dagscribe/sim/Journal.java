package dagscribe.sim;

import dagscribe.sim.SimStats.ModelStats;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what the server does. Thread-safe. */
final class Journal {

  private static final int TOO_MANY_REQUESTS = 429;

  private final InstantSource clock;
  private final Map<String, Long> answered = new HashMap<>();
  private final Map<String, Long> faults = new HashMap<>();
  private final Map<String, ModelStats> models = new HashMap<>();
  private final DagBook dags = new DagBook();
  private final Series series = new Series();
  private long calls;
  private long inFlight;
  private long maxInFlight;
  private long rateLimited;
  private long refused;
  private long truncated;
  private long undelivered;
  private long firstRequestMillis;
  private long lastAnswerMillis;

  Journal(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void arrived() {
    calls++;
    inFlight++;
    maxInFlight = Math.max(maxInFlight, inFlight);
    firstRequestMillis = firstRequestMillis == 0 ? clock.millis() : firstRequestMillis;
  }

  synchronized void admitted(ModelSpec model, long inputTokens) {
    series.admitted(epochSecond(), inputTokens);
    add(model, new ModelStats(1, 0, 0, BilledTokens.NONE));
  }

  synchronized void limited(ModelSpec model) {
    add(model, new ModelStats(0, 1, 0, BilledTokens.NONE));
  }

  synchronized void met(FaultKind fault) {
    faults.merge(fault.word(), 1L, Long::sum);
  }

  synchronized void billed(MessageCall call, List<DagBlock> paidFor, Bill bill) {
    add(call.model(), new ModelStats(0, 0, 1, bill.tokens()));
    series.produced(epochSecond(), bill.tokens().output());
    refused += bill.stop() == StopCause.REFUSAL ? 1 : 0;
    truncated += bill.stop() == StopCause.MAX_TOKENS && call.maxTokens() > 0 ? 1 : 0;
    dags.billed(call.model(), paidFor);
  }

  /** The answer for these DAGs is being sent whole. */
  synchronized void delivered(MessageCall call, List<DagBlock> answeredFor) {
    dags.delivered(call.model(), answeredFor);
  }

  /** It could not be sent after all. */
  synchronized void notDelivered(MessageCall call, List<DagBlock> answeredFor) {
    dags.notDelivered(call.model(), answeredFor);
  }

  /** What one message cost, and why it ended. */
  record Bill(BilledTokens tokens, StopCause stop) {}

  synchronized void answered(int status) {
    if (status == TOO_MANY_REQUESTS) {
      rateLimited++;
      series.rateLimited(epochSecond());
    }
    left(Integer.toString(status));
  }

  /** The connection was closed without an answer. */
  synchronized void closed() {
    left("closed");
  }

  synchronized void undelivered() {
    undelivered++;
  }

  synchronized SimStats stats() {
    ModelStats sum = models.values().stream().reduce(ModelStats.NONE, ModelStats::plus);
    return new SimStats(
        calls,
        answered,
        sum.billedCalls(),
        sum.billedTokens(),
        inFlight,
        maxInFlight,
        rateLimited,
        refused,
        truncated,
        undelivered,
        dags.count(dag -> dag.billed() > 0),
        dags.count(dag -> dag.billed() > 1),
        dags.count(dag -> dag.delivered() > 0),
        dags.count(dag -> dag.delivered() > 1),
        firstRequestMillis,
        lastAnswerMillis,
        faults,
        models);
  }

  synchronized List<DagBook.Entry> dags() {
    return dags.all();
  }

  synchronized List<Series.Second> series() {
    return series.all();
  }

  /** Forgets everything but the calls that are open. */
  synchronized void reset() {
    answered.clear();
    faults.clear();
    models.clear();
    dags.clear();
    series.clear();
    calls = 0;
    maxInFlight = inFlight;
    rateLimited = 0;
    refused = 0;
    truncated = 0;
    undelivered = 0;
    firstRequestMillis = 0;
    lastAnswerMillis = 0;
  }

  private void left(String status) {
    inFlight--;
    answered.merge(status, 1L, Long::sum);
    lastAnswerMillis = clock.millis();
  }

  private void add(ModelSpec model, ModelStats more) {
    models.merge(model.id(), more, ModelStats::plus);
  }

  private long epochSecond() {
    return clock.instant().getEpochSecond();
  }
}
