package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompactorTest {

  private static final String DAG =
      """
      # Licensed under some licence that nobody
      # needs to read twice.
      \"\"\"Loads sales. And says a good deal more about it.\"\"\"
      import os
      from airflow import DAG
      from airflow.providers.google.cloud.operators.bigquery import BigQueryInsertJobOperator

      DAG_ID = "sales"
      QUERY = "SELECT shop, SUM(amount) FROM sales WHERE day = '{{ ds }}' GROUP BY shop ORDER BY 2"


      def helper(rows):
          total = 0
          for row in rows:
              total += row.amount  # in cents
          return total


      @task
      def report(total):
          \"\"\"Mails the report. To all.\"\"\"
          print(os.environ["HOST"], total)
          return total


      with DAG(DAG_ID, schedule="@daily", default_args={"retries": 3, "owner": "sales team"}) as dag:
          # The one job
          load = BigQueryInsertJobOperator(
              task_id="load",
              configuration={"query": {"query": QUERY, "useLegacySql": False, "priority": "BATCH"}},
          )
          load >> report(helper([]))
      """;

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  private String compact(String source, int budgetChars) {
    return reader.read(source, budgetChars).within(budgetChars);
  }

  private String dagOf(int budgetChars) {
    String compact = compact(DAG, budgetChars);
    assertThat(compact.length(), is(lessThanOrEqualTo(budgetChars)));
    return compact;
  }

  /** The text after taking {@code saved} characters or a little more out. */
  private String dagWithout(int saved) {
    return dagOf(DAG.length() - saved);
  }

  @Test
  void source_withinTheBudgetIsOnlyNormalised() {
    assertThat(compact("a = 1  \r\n# b\r\n\r\n", 100), is("a = 1\n# b\n"));
  }

  @Test
  void commentsAtTheHead_goFirst() {
    String compact = dagWithout(20);

    assertThat(compact, not(containsString("Licensed under")));
    assertThat(compact, containsString("# in cents"));
  }

  @Test
  void otherCommentsAndBlankLines_goNext() {
    String compact = dagWithout(95);

    assertThat(compact, not(containsString("#")));
    assertThat(compact, containsString("ORDER BY 2"));
  }

  @Test
  void bodiesOfHelpers_goBeforeThoseOfTasks() {
    String compact = dagWithout(150);

    assertThat(compact, containsString("def helper(rows):\n    ..."));
    assertThat(compact, containsString("os.environ"));
  }

  @Test
  void bodiesOfTasks_leaveTheirDocStringsFirstSentence() {
    assertThat(dagWithout(260), containsString("    \"\"\"Mails the report.\"\"\"\n    ...\n"));
  }

  @Test
  void factsStay_whenLittleElseDoes() {
    DagFacts facts = reader.facts(dagOf(360));

    DagFacts all = reader.facts(DAG);
    assertThat(facts.parsed(), is(true));
    assertThat(facts.dagIds(), is(all.dagIds()));
    assertThat(facts.schedule(), is(all.schedule()));
    assertThat(facts.operators(), is(all.operators()));
    assertThat(facts.taskIds(), is(all.taskIds()));
    assertThat(facts.dependencyCount(), is(1));
  }

  @Test
  void longStrings_areMarkedWhereTheyAreCut() {
    String sql = "SELECT " + "column, ".repeat(100);

    String compact = compact("Q = \"\"\"" + sql + "\"\"\"\nDAG('a', sql=Q)\n", 250);

    assertThat(compact, containsString("Q = \"\"\"SELECT column,"));
    assertThat(compact, containsString("...\"\"\"\n"));
  }

  @Test
  void textThatIsNoPython_losesItsLeastTellingLines() {
    String source = "x = (\n".repeat(50) + "DAG(dag_id='a')\n";

    String compact = compact(source, 40);

    assertThat(compact, is("x = (\nx = (\nx = (\nDAG(dag_id='a')\n# ...\n"));
  }

  @Test
  void anyBudget_isKept() {
    for (int budgetChars = 0; budgetChars <= DAG.length(); budgetChars++) {
      dagOf(budgetChars);
    }
  }

  @Test
  void oneLongLine_isCutWithin() {
    String compact = compact("(".repeat(1000), 100);

    assertThat(compact, is("(".repeat(93) + "\n# ...\n"));
  }

  @Test
  void hostileSources_areCompactedToo() {
    String deep = "x = " + "f(a=".repeat(20_000) + ")".repeat(20_000) + "\n";

    assertThat(compact(deep, 100).length(), is(lessThanOrEqualTo(100)));
    assertThat(compact("\ud800\u0000".repeat(500), 100), endsWith("# ...\n"));
  }

  @Test
  void source_isNeverShrunkToNothing() {
    String source = "x = [" + "DAG('a'), ".repeat(100) + "]\n";

    assertThat(compact(source, 100), containsString("DAG('a')"));
    assertThat(compact("print(" + "1, ".repeat(100) + ")", 100).isBlank(), is(false));
  }

  @Test
  void negativeBudget_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> compact("", -1));
  }
}
