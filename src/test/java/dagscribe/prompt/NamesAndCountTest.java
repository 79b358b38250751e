package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

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

    assertThat(findings.get(0).what(), is("names: copi, customer, delet, tabl"));
    assertThat(findings.get(0).agreement(), is(1.0));
  }

  @Test
  void fewerThanHalfTheWords_agreeInPart() {
    List<Finding> findings =
        NamesCheck.findings(
            "about customers", Facts.named(List.of("customer_orders_by_region_hash"), List.of()));

    assertThat(findings, contains(new Finding("names: customer", 2, 0.5)));
  }

  @Test
  void namesOfCommonWords_areNotCounted() {
    assertThat(
        NamesCheck.findings("anything", Facts.named(List.of("my_test_dag_1"), List.of("task_2"))),
        is(empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "Create a DAG named 'orders_eu', 1",
    "with the DAG id `orders_eu`, 1",
    "Create a DAG called \"orders_us\", -1",
  })
  void statedDagId_isRightOrWrong(String instruction, double agreement) {
    List<Finding> findings =
        NamesCheck.findings(instruction, Facts.named(List.of("orders_eu"), List.of()));

    assertThat(findings.get(1).weight(), is(1.0));
    assertThat(findings.get(1).agreement(), is(agreement));
  }

  @ParameterizedTest
  @CsvSource({
    "A DAG with 5 tasks, 1",
    "Five sequential Bash tasks, 1",
    "a 5-task DAG, 1",
    "first three steps and then the rest: 5 tasks, 1",
    "A pipeline with three tasks, -1",
    "seven tasks, -0.5",
  })
  void statedTaskCount_isCompared(String instruction, double agreement) {
    List<Finding> findings = TaskCountCheck.findings(instruction, Facts.counting(5));

    assertThat(findings.stream().map(Finding::agreement).toList(), contains(agreement));
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
  void unknownTaskCount_isNotCounted() {
    assertThat(TaskCountCheck.findings("a DAG with five tasks", Facts.counting(0)), is(empty()));
  }
}
