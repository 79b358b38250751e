package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternFactsTest {

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print 'done'",
        "exec 'x = 1'",
        "if a <> b: pass",
        "try:\n    f()\nexcept A, b:\n    pass",
        "start = datetime(2016, 01, 05)",
        "size = 10L",
        "x = (1",
        "def f(:"
      })
  void source_thatIsNotPythonThreeIsReadByPatterns(String line) {
    DagFacts facts = reader.facts("dag = DAG('old')\n" + line + "\n");

    assertThat(facts.parsed(), is(false));
    assertThat(facts.dagIds(), contains("old"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = '2016-01-05'  # print 'done'",
        "print('a')",
        "try:\n    f()\nexcept A:  # a, b\n    pass",
        "x = [0, 00, 0.5, 10]",
        "x = 'a <> b'"
      })
  void source_thatOnlyLooksLikePythonTwoIsParsed(String line) {
    assertThat(reader.facts(line + "\n").parsed(), is(true));
  }

  @Test
  void patterns_findEveryFact() {
    DagFacts facts =
        PatternFacts.of(
            """
            '''Loads sales.'''
            from airflow.providers.google.cloud.operators.gcs import GCSListOperator
            # BashOperator(task_id='no')
            dag = DAG(dag_id='sales', schedule_interval='@daily')
            a = GCSListOperator(task_id='list', bucket='b')
            @task.virtualenv(
                requirements=['x'])
            def load():
                print 'loading'
            a >> load()
            """,
            10);

    assertThat(facts.dagIds(), contains("sales"));
    assertThat(facts.schedule(), is("@daily"));
    assertThat(facts.operators(), contains("GCSListOperator", "task.virtualenv"));
    assertThat(facts.taskCount(), is(2));
    assertThat(facts.taskIds(), contains("load", "list"));
    assertThat(facts.providers(), contains("google"));
    assertThat(facts.taskflow(), is(true));
    assertThat(facts.dependencyCount(), is(1));
    assertThat(facts.docString(), is("Loads sales."));
  }

  @Test
  void patterns_tellComputedIdsAndNoSchedule() {
    DagFacts facts = PatternFacts.of("DAG(dag_id=name, schedule=None)", 1);

    assertThat(facts.dagIdsDynamic(), is(true));
    assertThat(facts.schedule(), nullValue());
  }
}
