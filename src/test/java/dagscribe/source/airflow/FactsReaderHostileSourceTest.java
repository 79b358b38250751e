package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources meant to bring the reader, the native parser or the process down. */
class FactsReaderHostileSourceTest {

  private final SourceReader reader = new SourceReader();

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void deepParentheses_areReadWithoutRecursion() {
    String source = "(".repeat(100_000) + "DAG('deep')" + ")".repeat(100_000) + "\n";

    DagFacts facts = reader.facts(source);

    assertThat(facts.dagIds(), contains("deep"));
    assertThat(facts.parsed(), is(true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\f", "\n\r", "\r\n\t\f"})
  void hiddenLineEnds_areNotLookedOverAgainAndAgain(String end) {
    String source = "x = \\" + end + (" \\" + end).repeat(100_000) + " DAG('far')\nDAG('next')\n";

    assertThat(reader.facts(source).dagIds(), contains("far", "next"));
  }

  @Test
  void deepCalls_areReadWithoutRecursion() {
    String source = "f(".repeat(30_000) + "DAG('deep')" + ")".repeat(30_000) + "\n";

    assertThat(reader.facts(source).dagIds(), contains("deep"));
  }

  @Test
  void longCallChains_areReadInTimeThatGrowsWithTheirLength() {
    String source = "x = DAG('long')" + ".b()".repeat(30_000) + "\n";

    assertThat(reader.facts(source).dagIds(), contains("long"));
  }

  @Test
  void deepIndentation_neverReachesTheNativeScanner() {
    StringBuilder source = new StringBuilder();
    for (int level = 0; level < 800; level++) {
      source.append(" ".repeat(level)).append("if a:\n");
    }
    source.append(" ".repeat(800)).append("DAG('deep')\n");

    DagFacts facts = reader.facts(source.toString());

    assertThat(facts.dagIds(), contains("deep"));
    assertThat(facts.parsed(), is(false));
  }

  @Test
  void fiveMillionCharacters_areReadByPatterns() {
    String source = "DAG('big')\n" + "x = 1\n".repeat(800_000);

    DagFacts facts = reader.facts(source);

    assertThat(facts.dagIds(), contains("big"));
    assertThat(facts.lineCount(), is(800_001));
    assertThat(facts.parsed(), is(false));
  }

  @Test
  void longLiterals_areReadWithoutRecursion() {
    String source = "DAG('a', schedule=f(\"" + "\\n'".repeat(200_000) + "\"))\n";

    assertThat(reader.facts(source).dagIds(), contains("a"));
  }

  @Test
  void anyCharacters_giveFacts() {
    Random random = new Random(20260821);
    StringBuilder source = new StringBuilder();
    for (int i = 0; i < 50_000; i++) {
      source.append((char) random.nextInt(0x10000));
    }
    source.append('\n');

    DagFacts facts = reader.facts(source.toString());

    long newlines = source.chars().filter(c -> c == '\n').count();
    assertThat((long) facts.lineCount(), is(newlines));
  }
}
