package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that Airflow's things have been given in a file, its line ends, and what looks alike. */
class FactsReaderNamesTest {

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from airflow.operators.bash import BashOperator as Bash | Bash(task_id='t')",
        "from airflow.operators.bash import BashOperator as Bash | Bash('t')",
        "from airflow.operators.bash import BashOperator as Bash | Bash.partial(task_id='t').expand()",
        "from airflow.operators.bash import (X, BashOperator as Bash) | Bash(task_id='t')",
        "from airflow.operators.bash import BashOperator as MyOperator | MyOperator(task_id='t')",
        "import airflow.operators.bash as b | b.BashOperator(task_id='t')",
        "import airflow.operators.bash | airflow.operators.bash.BashOperator(task_id='t')",
      })
  void operator_countsUnderItsOwnName(String imports, String call) {
    DagFacts facts = reader.facts(imports + "\n" + call + "\n");

    assertThat(facts.operators(), contains("BashOperator"));
    assertThat(facts.taskCount(), is(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from airflow.decorators import task as t | @t.branch",
        "from airflow.sdk import task as t | @t.branch()",
        "from airflow.sdk import task | @task.branch",
        "import airflow.decorators as d | @d.task.branch",
        "import airflow.sdk as sdk | @sdk.task.branch",
        "from airflow import decorators | @decorators.task.branch",
        "import airflow.decorators | @airflow.decorators.task.branch",
      })
  void decorator_countsUnderItsOwnName(String imports, String decorator) {
    DagFacts facts = reader.facts(imports + "\n" + decorator + "\ndef choose(): pass\n");

    assertThat(facts.operators(), contains("task.branch"));
    assertThat(facts.taskIds(), contains("choose"));
    assertThat(facts.taskflow(), is(true));
  }

  @Test
  void dagClass_isKnownUnderAnotherName() {
    DagFacts facts = reader.facts("from airflow import DAG as D\nD('sales', schedule='@daily')\n");

    assertThat(facts.dagIds(), contains("sales"));
    assertThat(facts.schedules(), contains("@daily"));
  }

  @Test
  void asset_isADagWithOneTask() {
    DagFacts facts =
        reader.facts(
            """
            from airflow.sdk import asset as a, Asset
            @a(schedule='@daily', uri='s3://x')
            def orders(): pass
            @a(schedule=[Asset('orders')], name='stock')
            def ignored(): pass
            @a.multi(schedule=None, outlets=[Asset('x'), Asset('y')])
            def both(): pass
            """);

    assertThat(facts.dagIds(), contains("orders", "stock", "both"));
    assertThat(facts.schedules(), contains("@daily", "[Asset('orders')]", "None"));
    assertThat(facts.taskIds(), contains("orders", "ignored", "both"));
    assertThat(facts.operators(), contains("asset", "asset.multi"));
    assertThat(facts.taskCount(), is(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n", "\r\n"})
  void lineEnds_makeNoDifference(String end) {
    String source =
        """
        '''Doc
        of two lines.'''
        from airflow import DAG  # a comment
        from airflow.operators.bash import BashOperator
        with DAG('sales', schedule='@daily') as dag:
            a = BashOperator(task_id='a')  # another
            b = BashOperator(task_id='b')
            a >> b
        """;
    try (SourceReader other = new SourceReader()) {
      assertThat(reader.facts(source.replace("\n", end)), is(other.facts(source)));
    }
    assertThat(reader.facts(source.replace("\n", end)).parsed(), is(true));
  }

  @Test
  void mixedLineEnds_areEachOne() {
    DagFacts facts = reader.facts("x = 1\rDAG('a')\r\nif x:\r    DAG('b')\nDAG('c')");

    assertThat(facts.dagIds(), contains("a", "b", "c"));
    assertThat(facts.lineCount(), is(5));
  }

  @Test
  void brokenSourceWithOldLineEnds_isReadByPatterns() {
    DagFacts facts =
        reader.facts("def (\rDAG('a')\r# DAG('b')\ra >> b\rimport airflow.providers.ssh\r");

    assertThat(facts.parsed(), is(false));
    assertThat(facts.dagIds(), contains("a"));
    assertThat(facts.dependencyCount(), is(1));
    assertThat(facts.providers(), contains("ssh"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"print >>f, 'x'", "print >> sys.stderr, 'x', y", "print >>f", "    print >>f, x"})
  void printIntoAFile_isNoDependency(String statement) {
    String source = statement.startsWith(" ") ? "if x:\n" + statement : statement;

    assertThat(reader.facts(source + "\n").dependencyCount(), is(0));
    assertThat(reader.facts(source + "\na >> b\n").dependencyCount(), is(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DAG('a', schedule=None) | None",
        "CRON = '0 6 * * *'; DAG('a', schedule=CRON) | 0 6 * * *",
        "EVERY = timedelta(hours=6); DAG('a', schedule=EVERY) | timedelta(hours=6)",
        "N = 6; E = timedelta(hours=N); DAG('a', schedule=E) | timedelta(hours=6)",
        "C = '0 6 * * *'; DAG('a', schedule=CronTriggerTimetable(C, timezone=tz.C))"
            + " | CronTriggerTimetable('0 6 * * *', timezone=tz.C)",
        "C = '@daily'; if prod:;     C = '@hourly'; DAG('a', schedule=C) | C",
        "A = B; B = A; DAG('a', schedule=A) | A",
        "DAG('a', schedule=Variable.get('x')) | Variable.get('x')",
      })
  void constantsOfASchedule_areResolved(String source, String schedule) {
    assertThat(reader.facts(source.replace("; ", "\n") + "\n").schedules(), contains(schedule));
  }

  @Test
  void schedulesOfAllDags_areReadUpToABound() {
    assertThat(
        reader
            .facts("DAG('a', schedule='@daily')\nDAG('b')\nDAG('c', schedule=None)\n")
            .schedules(),
        contains("@daily", "", "None"));
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      many.append("DAG('d', schedule='0 0 ").append(i).append(" * *')\n");
    }
    List<String> schedules = reader.facts(many.toString()).schedules();
    assertThat(schedules.size(), is(DagFacts.MAX_SCHEDULES));
    assertThat(schedules.get(schedules.size() - 1), is(ExpressionText.CUT));
    assertThat(reader.facts("x = 1\n").schedules(), is(empty()));
  }
}
