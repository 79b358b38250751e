package dagscribe.steps;

import dagscribe.records.OutputLine;
import dagscribe.records.RecordCoder;
import dagscribe.source.ContentHash;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.ScoredDag;
import dagscribe.source.SentText;
import dagscribe.source.StatedDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.testing.Facts;
import java.util.List;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** DAGs for tests of steps, and what can be asserted of them. */
final class Dags {

  private Dags() {}

  /** A pipeline of its own, which the test runs itself. */
  static TestPipeline pipeline() {
    return TestPipeline.create().enableAbandonedNodeEnforcement(false);
  }

  static ScoredDag dag(String id, String file, long line, String content, double priority) {
    Dag dag = new Dag(id, new Origin(file, line), content, "{}");
    return new ScoredDag(
        dag,
        facts(content, List.of("PythonOperator")),
        new Priority(priority, List.of("test")),
        ContentHash.of(content));
  }

  static PreparedDag prepared(String id, String file, long line, String content, double priority) {
    ScoredDag scored = dag(id, file, line, content, priority);
    return new PreparedDag(scored, List.of(new SentText(scored.contentSha256(), null)));
  }

  private static DagFacts facts(String content, List<String> operators) {
    Facts facts = new Facts();
    facts.operators = operators;
    facts.lineCount = (int) content.lines().count();
    return facts.build();
  }

  static PCollection<ScoredDag> create(TestPipeline pipeline, List<ScoredDag> dags) {
    return pipeline.apply("Dags", Create.of(dags).withCoder(RecordCoder.of(ScoredDag.class)));
  }

  static PCollection<PreparedDag> createPrepared(TestPipeline pipeline, List<PreparedDag> dags) {
    return pipeline.apply("Dags", Create.of(dags).withCoder(RecordCoder.of(PreparedDag.class)));
  }

  static PCollection<String> statedIds(PCollection<StatedDag> dags) {
    return mapped(dags, dag -> dag.dag().id());
  }

  static PCollection<String> preparedIds(PCollection<PreparedDag> dags) {
    return mapped(dags, dag -> dag.scored().dag().id());
  }

  static <T> PCollection<String> mapped(
      PCollection<T> elements, SerializableFunction<T, String> text) {
    return elements.apply(
        "Texts of " + elements.getName(), MapElements.into(TypeDescriptors.strings()).via(text));
  }

  static PCollection<String> reasons(PCollection<OutputLine> lines) {
    return mapped(lines, line -> line.destination().prefix() + " " + line.reason());
  }
}
