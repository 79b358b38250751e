package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FactsReaderTest {

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  private DagFacts read(String... lines) {
    return reader.facts(String.join("\n", lines) + "\n");
  }

  @Test
  void dagId_isReadFromKeywordFirstArgumentAndDecoratedFunction() {
    DagFacts facts =
        read(
            "with DAG(schedule='@daily', dag_id='by_keyword'): pass",
            "b = models.DAG('by_position')",
            "c = DbtDag(dag_id='by_subclass')",
            "@dag(schedule=None)",
            "def by_function(): pass",
            "@dag('by_decorator')",
            "def ignored(): pass");

    assertThat(
        facts.dagIds(),
        contains("by_keyword", "by_position", "by_subclass", "by_function", "by_decorator"));
    assertThat(facts.dagIdsDynamic(), is(false));
  }

  @Test
  void dagId_isResolvedThroughModuleConstant() {
    DagFacts facts = read("DAG_ID = ('sales' '_daily')", "dag = DAG(dag_id=DAG_ID)");

    assertThat(facts.dagIds(), contains("sales_daily"));
  }

  @Test
  void dagId_isDynamicWhenComputed() {
    DagFacts facts = read("for n in names:", "    DAG(f'load_{n}')");

    assertThat(facts.dagIds(), empty());
    assertThat(facts.dagIdsDynamic(), is(true));
  }

  @Test
  void dagId_isNotDynamicWhenOnlyUnpackedArgumentsMayHoldIt() {
    assertThat(read("dag = DAG(**options)").dagIdsDynamic(), is(false));
  }

  @Test
  void schedule_isTheTextOfTheFirstDagsConstant() {
    DagFacts facts =
        read("DAG('a', schedule_interval=\"0 5 * * *\")", "DAG('b', schedule='@hourly')");

    assertThat(facts.schedule(), is("0 5 * * *"));
  }

  @Test
  void schedule_isOneLineOfSourceWhenItIsAnExpression() {
    DagFacts facts = read("DAG('a', schedule=[", "    Asset(\"s3://b\"),  # ours", "])");

    assertThat(facts.schedule(), is("[Asset('s3://b')]"));
  }

  @Test
  void schedule_ofNoneGivesWayToAnotherArgumentOfTheSameDagOnly() {
    assertThat(
        read("DAG('a', schedule=None, schedule_interval='@daily')").schedule(), is("@daily"));
    assertThat(
        read("DAG('a', schedule=None)", "DAG('b', schedule='@daily')").schedule(), nullValue());
  }

  @Test
  void schedule_ofAnotherCallIsNotTheDags() {
    assertThat(read("DAG('a')", "plan(schedule='@daily')").schedule(), nullValue());
  }

  @Test
  void operators_areCalledNamesSortedWithTaskDecorators() {
    DagFacts facts =
        read(
            "from airflow.decorators import task as job",
            "a = bash.BashOperator(task_id='a', bash_command='x')",
            "b = BashOperator.partial(task_id='b').expand(bash_command=['x'])",
            "c = TimeSensorAsync(task_id='c')",
            "print(PythonOperator)",
            "@job.branch",
            "def d(): pass");

    assertThat(facts.operators(), contains("BashOperator", "TimeSensorAsync", "task.branch"));
    assertThat(facts.taskCount(), is(4));
    assertThat(facts.taskIds(), contains("a", "b", "c", "d"));
    assertThat(facts.taskflow(), is(true));
  }

  @Test
  void operators_withinStringsAndCommentsDoNotCount() {
    DagFacts facts = read("# BashOperator(task_id='a')", "x = 'BashOperator(task_id=1)'");

    assertThat(facts.operators(), empty());
    assertThat(facts.taskCount(), is(0));
  }

  @Test
  void task_countsOnceUnderSeveralDecoratorsAndTakesItsGivenId() {
    DagFacts facts = read("@setup", "@task(task_id='start')", "def create(): pass");

    assertThat(facts.taskCount(), is(1));
    assertThat(facts.taskIds(), contains("start"));
    assertThat(facts.operators(), contains("setup", "task"));
  }

  @Test
  void dependencies_areCountedByStatement() {
    DagFacts facts =
        read(
            "a >> [b, c] >> d",
            "(a << e)",
            "a.set_downstream(f)",
            "chain(a, b)",
            "x = 1 << 10",
            "use(chain(a, b))");

    assertThat(facts.dependencyCount(), is(4));
  }

  @Test
  void providers_areReadFromImportsOfEachForm() {
    DagFacts facts =
        read(
            "from airflow.providers.google.cloud.operators.bigquery import BigQueryOperator",
            "import airflow.providers.cncf.kubernetes.operators.pod as pod",
            "from airflow.providers import ssh",
            "from cloudera.airflow.providers.operators.cdw import X",
            "def late():",
            "    from airflow.providers.amazon.aws.hooks.s3 import S3Hook");

    assertThat(facts.providers(), contains("amazon", "cncf.kubernetes", "google", "ssh"));
  }

  @Test
  void docString_isTheModulesElseTheDagsDescription() {
    assertThat(
        read("'''Loads sales.'''", "DAG('a', description='B')").docString(), is("Loads sales."));
    assertThat(read("DAG('a', description='Loads ' 'it')").docString(), is("Loads it"));
    assertThat(read("DAG('a')").docString(), is(""));
  }

  @Test
  void lineCount_isNewlinesPlusAnUnendedLine() {
    assertThat(reader.facts("").lineCount(), is(0));
    assertThat(reader.facts("a = 1\nb = 2").lineCount(), is(2));
    assertThat(reader.facts("a = 1\nb = 2\n").lineCount(), is(2));
  }

  @Test
  void positions_areRightAfterCharactersOfEverySize() {
    DagFacts facts =
        read("# é 語 😀 \ud800 \u0000", "DAG('käse_😀')", "BashOperator(task_id='größe')");

    assertThat(facts.dagIds(), contains("käse_😀"));
    assertThat(facts.taskIds(), contains("größe"));
    assertThat(facts.parsed(), is(true));
  }
}
