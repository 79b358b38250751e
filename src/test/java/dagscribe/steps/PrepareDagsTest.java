package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.common.collect.Iterables;
import dagscribe.claude.Profile;
import dagscribe.generate.SourceForm;
import dagscribe.records.RecordCoder;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.PreparedDag;
import dagscribe.source.SelectionRules;
import dagscribe.source.StatedDag;
import dagscribe.source.airflow.GivenFacts;
import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;

class PrepareDagsTest {

  private static final SelectionRules ALL = new SelectionRules(0, Set.of(), 0);
  private static final SourceForm SMALL = new SourceForm("some pass", Profile.SPEED.settings(), 60);
  private static final SourceForm LARGE =
      new SourceForm("some pass", Profile.QUALITY.settings(), 1_000);

  private static final String LONG =
      "# " + "licence ".repeat(10) + "\r\ndag = DAG('a', schedule='@daily')\r\n";

  private final TestPipeline pipeline = Dags.pipeline();

  @Test
  void prepare_skipsByLinesAndOperators() {
    PCollectionTuple parts =
        prepared(
            new SelectionRules(5, Set.of("BashOperator"), 0),
            stated("short", "PythonOperator()\n".repeat(4)),
            stated("basic", "BashOperator()\n".repeat(9)),
            stated("custom", "ours()\n".repeat(9)),
            stated("mixed", "BashOperator()\nPythonOperator()\n".repeat(4)));
    PAssert.that(Dags.preparedIds(parts.get(PrepareDags.KEPT)))
        .containsInAnyOrder("custom", "mixed");
    PAssert.that(Dags.reasons(parts.get(PrepareDags.SKIPPED)))
        .containsInAnyOrder("skipped TOO_FEW_LINES", "skipped ONLY_BASIC_OPERATORS");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void prepare_skipsByPriority() {
    PCollectionTuple parts =
        prepared(
            new SelectionRules(0, Set.of(), 0.1),
            stated("low", "x = 1\n"),
            stated("high", "DAG('a', schedule='@daily')\n"));
    PAssert.that(Dags.preparedIds(parts.get(PrepareDags.KEPT))).containsInAnyOrder("high");
    PAssert.that(Dags.reasons(parts.get(PrepareDags.SKIPPED)))
        .containsInAnyOrder("skipped LOW_PRIORITY");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void whatTheRecordStates_winsOverTheSource() {
    GivenFacts given = GivenFacts.of(JsonNodeFactory.instance.objectNode().put("line_count", 50));
    StatedDag dag = new StatedDag(stated("a", "x = 1\n").dag(), given);
    PCollectionTuple parts = prepared(new SelectionRules(50, Set.of(), 0), dag);
    PAssert.that(Dags.preparedIds(parts.get(PrepareDags.KEPT))).containsInAnyOrder("a");
    pipeline.run().waitUntilFinish();
  }

  @Test
  void eachPass_hasItsOwnTextAndKey() {
    PAssert.that(prepared(ALL, stated("a", LONG)).get(PrepareDags.KEPT))
        .satisfies(
            dags -> {
              PreparedDag dag = Iterables.getOnlyElement(dags);
              assertThat(dag.text(0), is("dag = DAG('a', schedule='@daily')\n"));
              assertThat(
                  dag.text(1), is(LONG.replace("\r", "").replace("licence \n", "licence\n")));
              assertThat(dag.key(0), is(key(SMALL, dag.text(0))));
              assertThat(dag.key(1), is(key(LARGE, dag.text(1))));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void factsOfAShortenedDag_areThoseOfItsWholeSource() {
    PAssert.that(prepared(ALL, stated("a", LONG)).get(PrepareDags.KEPT))
        .satisfies(
            dags -> {
              PreparedDag dag = Iterables.getOnlyElement(dags);
              assertThat(dag.scored().facts().lineCount(), is(2));
              assertThat(dag.scored().facts().schedule(), is("@daily"));
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  private static String key(SourceForm form, String text) {
    return form.keys().apply(text);
  }

  private PCollectionTuple prepared(SelectionRules rules, StatedDag... dags) {
    return pipeline
        .apply(Create.of(List.of(dags)).withCoder(RecordCoder.of(StatedDag.class)))
        .apply(PrepareDags.of(rules, List.of(SMALL, LARGE)));
  }

  private static StatedDag stated(String id, String content) {
    GivenFacts none = GivenFacts.of(JsonNodeFactory.instance.objectNode());
    return new StatedDag(new Dag(id, new Origin("f", 1), content, "{}"), none);
  }
}
