package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;

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
  void betterInstructions_scoreHigher() {
    assertThat(score(GOOD), is(greaterThan(0.9)));
    assertThat(score(FAIR), is(lessThan(score(GOOD))));
    assertThat(score(FAIR), is(greaterThan(0.6)));
    assertThat(score(VAGUE), is(closeTo(Grounding.SILENT, 0.001)));
    assertThat(score(WRONG), is(lessThan(0.1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly", "weekly", "every 15 minutes", "on demand", "monthly"})
  void wrongSchedule_costsMoreThanNone(String wrong) {
    String silent = FAIR.replace("daily ", "");

    assertThat(score(FAIR.replace("daily", wrong)), is(lessThan(score(silent))));
    assertThat(score(silent), is(lessThan(score(FAIR))));
  }

  @Test
  void wrongSystem_costs() {
    assertThat(score(FAIR.replace("BigQuery", "Snowflake")), is(lessThan(score(FAIR))));
  }

  @Test
  void reasons_areNamed() {
    Grounding wrong = Grounding.of(WRONG, Facts.sales());

    assertThat(wrong.contradicted(), hasItem("schedule: 0 6 * * *"));
    assertThat(wrong.contradicted(), hasItem("systems: mysql, snowflake"));
    assertThat(wrong.contradicted(), hasItem("task count: 7"));
    assertThat(
        Grounding.of(GOOD, Facts.sales()).agreed(), hasItem("systems: bigquery, gcs, slack"));
    assertThat(Grounding.of(GOOD, Facts.sales()).contradicted(), is(empty()));
    assertThat(
        Grounding.of(VAGUE, Facts.sales()).unmentioned(),
        contains("schedule: 0 6 * * *", "systems: bigquery, gcs, slack", "names"));
  }

  @Test
  void nothingToCheck_isSilent() {
    assertThat(
        Grounding.of(GOOD, Facts.scheduled(null)).score(), is(closeTo(Grounding.SILENT, 1e-9)));
    assertThat(score(""), is(closeTo(Grounding.SILENT, 1e-9)));
  }

  @Test
  void sameInput_givesTheSameGrounding() {
    assertThat(Grounding.of(GOOD, Facts.sales()), is(Grounding.of(GOOD, Facts.sales())));
    assertThat(Grounding.of(GOOD, Facts.sales()), is(not(Grounding.of(FAIR, Facts.sales()))));
  }

  private static double score(String instruction) {
    return Grounding.of(instruction, Facts.sales()).score();
  }
}
