package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.Facts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifficultyTest {

  private final Facts facts = new Facts();

  private Difficulty difficulty() {
    return Difficulty.of(facts.build());
  }

  @Test
  void smallPlainDag_isForBeginners() {
    facts.taskCount = 4;
    facts.operators = List.of("A", "B");
    facts.lineCount = 79;

    assertThat(difficulty(), is(Difficulty.BEGINNER));
  }

  @Test
  void oneMoreTaskOrOneHardSign_isIntermediate() {
    facts.taskCount = 5;
    assertThat(difficulty(), is(Difficulty.INTERMEDIATE));

    facts.taskCount = 1;
    facts.dynamic = true;
    assertThat(difficulty(), is(Difficulty.INTERMEDIATE));
  }

  @Test
  void twoHardSigns_areAdvanced() {
    facts.dependencyCount = 6;
    facts.providers = List.of("google", "slack");

    assertThat(difficulty(), is(Difficulty.ADVANCED));
  }

  @Test
  void manyTasksInALongDag_areAdvanced() {
    facts.taskCount = 10;
    facts.lineCount = 200;

    assertThat(difficulty(), is(Difficulty.ADVANCED));
  }

  @Test
  void manyOperatorsAlone_areIntermediate() {
    facts.operators = List.of("A", "B", "C", "D", "E");

    assertThat(difficulty(), is(Difficulty.INTERMEDIATE));
  }
}
