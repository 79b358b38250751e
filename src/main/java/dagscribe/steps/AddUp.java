package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Adds all totals up to one, which is there even if there were none. */
final class AddUp extends PTransform<PCollection<RunTotals>, PCollection<RunTotals>> {

  @Override
  public PCollection<RunTotals> expand(PCollection<RunTotals> parts) {
    return parts
        .apply("Sum", Combine.globally(new Sum()))
        .setCoder(RecordCoder.of(RunTotals.class));
  }

  private static final class Sum extends Combine.BinaryCombineFn<RunTotals> {
    @Override
    public RunTotals apply(RunTotals left, RunTotals right) {
      return left.plus(right);
    }

    @Override
    public RunTotals identity() {
      return RunTotals.NONE;
    }
  }
}
