package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.testing.Facts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityTest {

  private final Facts facts = new Facts();

  private Priority priority() {
    return Priority.of(facts.build());
  }

  @Test
  void weights_addUpToOne() {
    double sum = Arrays.stream(PriorityFactor.values()).mapToDouble(PriorityFactor::weight).sum();

    assertThat(sum, is(closeTo(1.0, 1e-12)));
  }

  @Test
  void bareDag_hasNoPriorityAndNoReason() {
    assertThat(priority().score(), is(0.0));
    assertThat(priority().reasons(), empty());
  }

  @Test
  void richDag_hasFullPriorityAndEveryReason() {
    facts.operators = List.of("A", "B", "C", "D", "E", "F");
    facts.providers = List.of("google", "slack");
    facts.taskCount = 20;
    facts.dependencyCount = 4;
    facts.schedules = List.of("@daily");
    facts.taskflow = true;
    facts.docString = "Loads the sales of the day into the warehouse.";
    facts.lineCount = 100;

    assertThat(priority().score(), is(1.0));
    assertThat(
        priority().reasons(),
        contains(
            "varied-operators",
            "providers",
            "many-tasks",
            "dependencies",
            "scheduled",
            "taskflow",
            "documented",
            "sensible-length"));
  }

  @Test
  void plainOperators_addNoVariety() {
    facts.operators = List.of("BashOperator", "EmptyOperator", "GCSListOperator", "task");

    assertThat(priority(), is(new Priority(0.05, List.of("varied-operators"))));
  }

  @Test
  void basicProviders_addNothing() {
    facts.providers = List.of("google", "standard");

    assertThat(priority(), is(new Priority(0.075, List.of("providers"))));
  }

  @Test
  void tasks_withoutKnownOperatorsCountByTheirIds() {
    facts.taskIds = List.of("a", "b");

    assertThat(priority(), is(new Priority(0.038, List.of("many-tasks"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {29, 401})
  void length_beyondTheSensibleAddsNothing(int lines) {
    facts.lineCount = lines;

    assertThat(priority().score(), is(0.0));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void score_outsideItsRangeIsRefused(double score) {
    assertThrows(IllegalArgumentException.class, () -> new Priority(score, List.of()));
  }
}
