package dagscribe.steps;

import dagscribe.metrics.JobMetrics;
import dagscribe.records.RecordCoder;
import dagscribe.report.Totals;
import dagscribe.source.ScoredDag;
import org.apache.beam.sdk.transforms.Count;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;

/** Counts the DAGs of an input that ends under a name, for the report. */
public final class CountDags extends PTransform<PCollection<ScoredDag>, PCollection<Totals>> {

  private final String totalName;

  private CountDags(String totalName) {
    this.totalName = totalName;
  }

  /** Counts under this name. */
  public static CountDags as(String totalName) {
    return new CountDags(totalName);
  }

  @Override
  public PCollection<Totals> expand(PCollection<ScoredDag> dags) {
    String name = totalName;
    SerializableFunction<Long, Totals> named = count -> told(Totals.of(name, count));
    return dags.apply("Count", Count.globally())
        .apply("Name", MapElements.into(TypeDescriptor.of(Totals.class)).via(named))
        .setCoder(RecordCoder.of(Totals.class));
  }

  private static Totals told(Totals totals) {
    JobMetrics.add(totals);
    return totals;
  }
}
