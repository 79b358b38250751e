package dagscribe.generate;

import dagscribe.cache.OpenCall;
import dagscribe.report.CallInDoubt;
import dagscribe.report.TotalNames;
import dagscribe.report.Totals;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The calls that former runs left open, for the report. */
final class InDoubt {

  private InDoubt() {}

  /** One message for each call; telling of a call twice is telling of it once. */
  static Totals totals(Collection<OpenCall> calls) {
    Map<String, String> messages = new TreeMap<>();
    for (OpenCall call : calls) {
      String started = Instant.ofEpochMilli(call.startedAtMillis()).toString();
      CallInDoubt told = new CallInDoubt(call.id(), started, call.model(), call.dags());
      messages.put(TotalNames.IN_DOUBT + call.id(), told.toJson());
    }
    return new Totals(Map.of(), messages);
  }
}
