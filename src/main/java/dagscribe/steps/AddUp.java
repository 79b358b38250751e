package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.report.Totals;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/** Adds all totals up to one, which is there even if there were none. */
final class AddUp extends PTransform<PCollection<Totals>, PCollection<Totals>> {

  @Override
  public PCollection<Totals> expand(PCollection<Totals> parts) {
    return parts.apply("Sum", Combine.globally(new Sum())).setCoder(RecordCoder.of(Totals.class));
  }

  private static final class Sum extends Combine.BinaryCombineFn<Totals> {
    @Override
    public Totals apply(Totals left, Totals right) {
      return left.plus(right);
    }

    @Override
    public Totals identity() {
      return Totals.NONE;
    }
  }
}
