package dagscribe.steps;

import dagscribe.records.RecordCoder;
import dagscribe.records.RecordMetadata;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.FactsReader;
import dagscribe.source.airflow.Priority;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/** Reads the facts of each DAG's source, and what they are worth. */
public final class ScoreDags extends PTransform<PCollection<Dag>, PCollection<ScoredDag>> {

  private ScoreDags() {}

  /** Scores every DAG. */
  public static ScoreDags create() {
    return new ScoreDags();
  }

  @Override
  public PCollection<ScoredDag> expand(PCollection<Dag> dags) {
    return dags.apply("Score", ParDo.of(new ScoreFn())).setCoder(RecordCoder.of(ScoredDag.class));
  }

  private static final class ScoreFn extends DoFn<Dag, ScoredDag> {

    private transient @Nullable FactsReader reader;

    @Setup
    public void open() {
      reader = new FactsReader();
    }

    @ProcessElement
    public void process(@Element Dag dag, OutputReceiver<ScoredDag> out) {
      String content = dag.content();
      DagFacts derived = SetUp.open(reader).read(content);
      DagFacts facts = RecordMetadata.of(dag).over(derived);
      out.output(new ScoredDag(dag, facts, Priority.of(facts), ContentHash.of(content)));
    }

    @Teardown
    public void close() {
      if (reader != null) {
        reader.close();
      }
    }
  }
}
