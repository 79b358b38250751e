package dagscribe.source.airflow.grounding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

import dagscribe.testing.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingTest {

  private static final String GOOD =
      "Create an Airflow DAG named 'sales_to_warehouse' that runs every day at 6 am. Three tasks run"
          + " in order: wait until the export of the orders is in a Google Cloud Storage bucket, load"
          + " it into a BigQuery table, and notify a Slack channel.";
  private static final String FAIR =
      "Write a daily DAG that loads order files from GCS into BigQuery.";
  private static final String VAGUE = "Write an Airflow DAG that processes some data.";
  private static final String WRONG =
      "Create an hourly DAG with seven tasks that copies MySQL tables to Snowflake.";

  @Test
  void goodInstruction_agreesAndContradictsNothing() {
    Grounding good = of(GOOD);

    assertThat(good.agrees(), is(8));
    assertThat(good.contradicts(), is(0));
    assertThat(good.coverage(), is(1.0));
  }

  @Test
  void unspecificInstruction_isCoveredLess() {
    assertThat(of(FAIR).contradicts(), is(0));
    assertThat(of(FAIR).coverage(), is(both(lessThan(1.0)).and(greaterThan(0.5))));
    assertThat(of(VAGUE).agrees() + of(VAGUE).contradicts(), is(0));
    assertThat(of(VAGUE).coverage(), is(0.0));
  }

  @Test
  void wrongInstruction_contradictsByEachCheck() {
    List<Finding> findings = of(WRONG).findings();

    assertThat(findings, hasItem(contradiction("schedule", "0 6 * * *", "hourly")));
    assertThat(findings, hasItem(contradiction("system", "bigquery, gcs, slack", "mysql")));
    assertThat(of(WRONG).contradicts(), is(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly", "weekly", "every 15 minutes", "on demand", "monthly"})
  void oneWrongWord_isAContradictionHoweverMuchElseAgrees(String wrong) {
    assertThat(of(FAIR.replace("daily", wrong)).contradicts(), is(1));
    assertThat(of(FAIR.replace("daily ", "")).contradicts(), is(0));
  }

  @Test
  void whatCannotBeChecked_lowersCoverageOnly() {
    Grounding grounding = Grounding.of(GOOD, Facts.scheduled());

    assertThat(grounding.agrees() + grounding.contradicts(), is(0));
    assertThat(grounding.findings(), is(not(empty())));
    assertThat(grounding.coverage(), is(0.0));
    assertThat(Grounding.of("", Facts.scheduled()).coverage(), is(0.0));
  }

  @Test
  void longStatement_isCut() {
    Finding finding = new Finding("id", Verdict.UNCHECKABLE, "😀".repeat(200), "x".repeat(500));

    assertThat(finding.source(), is("😀".repeat(99) + "…"));
    assertThat(finding.said(), is("x".repeat(199) + "…"));
  }

  private static Finding contradiction(String check, String source, String said) {
    return new Finding(check, Verdict.CONTRADICTS, source, said);
  }

  private static Grounding of(String instruction) {
    return Grounding.of(instruction, Facts.sales());
  }
}
