package dagscribe.source.airflow.grounding;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dagscribe.source.airflow.DagFacts;
import dagscribe.testing.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndCountTest {

  @Test
  void wordsOfNames_areFoundWhateverTheirForm() {
    List<Finding> findings =
        NamesCheck.findings(
            "Deletes old customer tables, copying each before.",
            Facts.named(List.of("CleanupCustomers"), List.of("copy_table", "delete_table")));

    assertThat(findings.get(0).verdict(), is(Verdict.AGREES));
    assertThat(findings.get(0).said(), is("copi, customer, delet, tabl"));
  }

  @Test
  void fewerThanAQuarterOfTheWords_areSilence() {
    DagFacts facts = Facts.named(List.of("customer_orders_by_region_hash_salt"), List.of());

    assertThat(
        NamesCheck.findings("about customers", facts),
        contains(new Finding("names", Verdict.SILENT, "customer, hash, order, region, salt", "")));
  }

  @Test
  void namesOfCommonWords_areNotCounted() {
    assertThat(
        NamesCheck.findings("anything", Facts.named(List.of("my_test_dag_1"), List.of("task_2"))),
        is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Create a DAG named 'orders_eu', AGREES",
    "with the DAG id `orders_eu`, AGREES",
    "Create a DAG called \"orders_us\", CONTRADICTS",
  })
  void statedDagId_isRightOrWrong(String instruction, Verdict verdict) {
    List<Finding> findings =
        NamesCheck.findings(instruction, Facts.named(List.of("orders_eu"), List.of()));

    assertThat(findings.get(1).check(), is("id"));
    assertThat(findings.get(1).verdict(), is(verdict));
  }

  @ParameterizedTest
  @CsvSource({
    "A DAG with 5 tasks, AGREES",
    "Five sequential Bash tasks, AGREES",
    "a 5-task DAG, AGREES",
    "first three steps and then the rest: 5 tasks, AGREES",
    "A pipeline with three tasks, CONTRADICTS",
    "seven tasks, UNCHECKABLE",
  })
  void statedTaskCount_isCompared(String instruction, Verdict verdict) {
    List<Finding> findings = TaskCountCheck.findings(instruction, Facts.counting(5));

    assertThat(findings.stream().map(Finding::verdict).toList(), contains(verdict));
  }

  @ParameterizedTest
  @CsvSource({
    "then three tasks run in parallel",
    "load the data in steps",
    "wait for task 3",
    "retries 5 times",
  })
  void countOfAPartOrOfSomethingElse_isNotCounted(String instruction) {
    assertThat(TaskCountCheck.findings(instruction, Facts.counting(5)), is(empty()));
  }

  @Test
  void unknownTaskCount_isUncheckable() {
    assertThat(
        TaskCountCheck.findings("a DAG with five tasks", Facts.counting(0)),
        contains(new Finding("count", Verdict.UNCHECKABLE, "0", "5")));
  }
}
