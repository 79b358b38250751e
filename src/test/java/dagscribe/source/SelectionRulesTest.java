package dagscribe.source;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.testing.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectionRulesTest {

  private static final Priority MIDDLING = new Priority(0.5, List.of());

  private final SelectionRules rules =
      new SelectionRules(20, Set.of("EmptyOperator", "BashOperator"), 0.3);

  private static DagFacts facts(int lines, String... operators) {
    Facts facts = new Facts();
    facts.lineCount = lines;
    facts.operators = List.of(operators);
    return facts.build();
  }

  private static Optional<Skip> skip(SkipReason reason, String detail) {
    return Optional.of(new Skip(reason, detail));
  }

  @Test
  void shortDag_isSkippedWhateverItsOperators() {
    assertThat(
        rules.check(facts(19, "GCSListOperator"), MIDDLING),
        is(skip(SkipReason.TOO_FEW_LINES, "19 lines, fewer than 20")));
    assertThat(rules.check(facts(20, "GCSListOperator"), MIDDLING), is(Optional.empty()));
  }

  @Test
  void onlyBasicOperators_areSkipped() {
    assertThat(
        rules.check(facts(20, "BashOperator", "EmptyOperator"), MIDDLING),
        is(skip(SkipReason.ONLY_BASIC_OPERATORS, "only BashOperator, EmptyOperator")));
    assertThat(
        rules.check(facts(20, "BashOperator", "S3ListOperator"), MIDDLING), is(Optional.empty()));
  }

  @Test
  void noOperatorsAtAll_areNotOnlyBasicOnes() {
    assertThat(rules.check(facts(20), MIDDLING), is(Optional.empty()));
  }

  @Test
  void lowPriority_isSkipped() {
    assertThat(
        rules.check(facts(20, "A"), new Priority(0.29, List.of())),
        is(skip(SkipReason.LOW_PRIORITY, "priority 0.29, below 0.3")));
    assertThat(rules.check(facts(20, "A"), new Priority(0.3, List.of())), is(Optional.empty()));
  }

  @Test
  void rules_canEachBeSwitchedOff() {
    SelectionRules off = new SelectionRules(0, Set.of(), 0);

    assertThat(
        off.check(facts(1, "BashOperator"), new Priority(0, List.of())), is(Optional.empty()));
  }

  @Test
  void rules_outsideTheirRangesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SelectionRules(-1, Set.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> new SelectionRules(0, Set.of(), 1.1));
  }
}
