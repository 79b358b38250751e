package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that hang on statements which nothing else in the source points to. */
class FactsReaderLeapTest {

  private static DagFacts read(String source) {
    try (SourceReader reader = new SourceReader()) {
      return reader.facts(source);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NAME = 'orders'\n",
        "NAME: str = 'orders'\n",
        "NAME = (\n    'ord'\n    'ers'\n)\n",
        "NAME \\\n  = 'orders'\n",
        "x = 1; NAME = 'orders'\n",
        "\uFEFFNAME = 'orders'\n",
        "import os\r\nNAME = 'orders'\r\n",
        "NAME = 'other'\ny = [1, 2]\nNAME = 'orders'\n"
      })
  void nameGivenAtModuleLevel_isResolved(String assignment) {
    assertThat(read(assignment + "x = 1\ndag = DAG(NAME)\n").dagIds(), contains("orders"));
  }

  @Test
  void decoratorRenamedByAnyImport_isKnown() {
    DagFacts facts = read("x = 1\nfrom ours import task as job\n@job\ndef load():\n    pass\n");
    assertThat(facts.operators(), contains("task"));
    assertThat(facts.taskIds(), contains("load"));
  }

  @Test
  void docStringBehindComments_isFound() {
    assertThat(
        read("# licence\n# more\n'''Loads.'''\ndag = DAG('a')\n").docString(), equalTo("Loads."));
  }

  @Test
  void argumentsBehindOthers_areFound() {
    DagFacts facts = read("d = DAG('a', 1, [2], x=3, **more, schedule='@daily', y={'k': 4})\n");
    assertThat(facts.dagIds(), contains("a"));
    assertThat(facts.schedule(), equalTo("@daily"));
  }

  @Test
  void operatorsDeepInPlainCode_areFound() {
    String source =
        "def make():\n    a = 1\n    if a:\n        # no\n        b = [1, AOperator(task_id='t')]\n"
            + "    return {'k': 1, 'l': f(BSensor(task_id='u'))}\n";
    assertThat(read(source).operators(), contains("AOperator", "BSensor"));
    assertThat(read(source).taskIds(), contains("t", "u"));
  }

  @Test
  void commentedTask_isNone() {
    DagFacts facts = read("a = 1\n# b = AOperator(task_id='b')\n'''\n# COperator()\n'''\n");
    assertThat(facts.operators().size(), equalTo(0));
    assertThat(facts.parsed(), equalTo(true));
  }
}
