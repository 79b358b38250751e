package dagscribe.steps;

import dagscribe.metrics.JobMetrics;
import dagscribe.records.RecordCoder;
import dagscribe.totals.DagTotals;
import dagscribe.totals.RunTotals;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Counts the DAGs of an input that ends, for the report. */
public final class CountDags<T> extends PTransform<PCollection<T>, PCollection<RunTotals>> {

  private final SerializableFunction<Long, DagTotals> meaning;

  private CountDags(SerializableFunction<Long, DagTotals> meaning) {
    this.meaning = meaning;
  }

  /** Counts duplicates. */
  public static <T> CountDags<T> duplicates() {
    return new CountDags<>(DagTotals::duplicates);
  }

  /** Counts nothing but says, once, that all have come. */
  public static <T> CountDags<T> allSeen() {
    return new CountDags<>(all -> DagTotals.ALL_SEEN);
  }

  @Override
  public PCollection<RunTotals> expand(PCollection<T> dags) {
    SerializableFunction<Long, DagTotals> known = meaning;
    return dags.apply("Count", Count.globally())
        .apply(
            "Name",
            MapElements.into(TypeDescriptor.of(RunTotals.class))
                .via(count -> counted(RunTotals.of(known.apply(count)))))
        .setCoder(RecordCoder.of(RunTotals.class));
  }

  private static RunTotals counted(RunTotals totals) {
    JobMetrics.add(totals);
    return totals;
  }
}
