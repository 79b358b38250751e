package dagscribe.report;

import dagscribe.totals.CallTotals;
import dagscribe.totals.PassTotals;
import dagscribe.totals.ThrottlingTotals;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of the calls made, by their names in {@code report.json}; those that are 0 are left
 * out.
 */
final class CallTable {

  /** Requests sent to the server. */
  static final String SENT = "sent";

  /** Answers that the cache could not keep. */
  static final String NOT_KEPT = "answersNotKept";

  private CallTable() {}

  static Map<String, Long> of(PassTotals asked) {
    Map<String, Long> table = new TreeMap<>();
    calls(asked.calls(), table);
    throttling(asked.throttling(), table);
    table.values().removeIf(number -> number == 0);
    return table;
  }

  private static void calls(CallTotals calls, Map<String, Long> table) {
    table.put("asked", calls.calls());
    table.put(SENT, calls.attempts());
    table.put("retries", calls.retries());
    table.put("ambiguous", calls.ambiguousAttempts());
    table.put(NOT_KEPT, calls.answersNotKept());
    table.put("answered", calls.answered());
    calls.answers().forEach((reason, count) -> table.put("answered." + reason, count));
    calls.failures().forEach((kind, count) -> table.put("failed." + kind, count));
    calls.failedAttempts().forEach((kind, count) -> table.put("sentInVain." + kind, count));
    table.put("latencyMillis", calls.latencies().sumMillis());
    table.put("inputTokens", calls.usage().inputTokens());
    table.put("outputTokens", calls.usage().outputTokens());
    table.put("cacheCreationInputTokens", calls.usage().cacheCreationInputTokens());
    table.put("cacheReadInputTokens", calls.usage().cacheReadInputTokens());
  }

  private static void throttling(ThrottlingTotals throttling, Map<String, Long> table) {
    table.put("waitedMillis", throttling.waitedMillis());
    table.put("throttledMillis", throttling.throttledMillis());
    table.put("gateClosings", throttling.gateClosings());
    table.put("cuts", throttling.cuts());
  }
}
