package dagscribe.generate;

import dagscribe.cache.OpenCall;
import dagscribe.totals.CallInDoubt;
import dagscribe.totals.RunTotals;
import java.time.Instant;
import java.util.Collection;

/** The calls that former runs left open, for the report. */
public final class InDoubt {

  private InDoubt() {}

  /** Counts each of them once, however often it is reported. */
  public static RunTotals totals(Collection<OpenCall> calls) {
    return RunTotals.inDoubt(calls.stream().map(InDoubt::named).toList());
  }

  private static CallInDoubt named(OpenCall call) {
    String started = Instant.ofEpochMilli(call.startedAtMillis()).toString();
    return new CallInDoubt(call.id(), started, call.model(), call.dags());
  }
}
