package dagscribe.steps;

import dagscribe.metrics.JobMetrics;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Totals of one bundle, handed on as one element at its end: they are data and not metrics, so a
 * bundle that is repeated is counted once. The same numbers go to the metrics, to be seen before
 * the report is written. Confined to one bundle.
 */
final class BundleTotals {

  private RunTotals sum = RunTotals.NONE;

  void add(RunTotals part) {
    sum = sum.plus(part);
  }

  void emit(DoFn<?, ?>.FinishBundleContext context, TupleTag<RunTotals> tag) {
    if (!sum.equals(RunTotals.NONE)) {
      JobMetrics.add(sum);
      context.output(tag, sum, GlobalWindow.TIMESTAMP_MIN_VALUE, GlobalWindow.INSTANCE);
    }
    sum = RunTotals.NONE;
  }
}
