package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class IndentationTest {

  private static String stairs(int levels) {
    StringBuilder source = new StringBuilder();
    for (int level = 0; level < levels; level++) {
      source.append(" ".repeat(level)).append("a\n");
    }
    return source.toString();
  }

  @Test
  void indentations_areModestUpToTheLimit() {
    assertThat(Indentation.isModest(stairs(Indentation.MAX_WIDTHS)), is(true));
    assertThat(Indentation.isModest(stairs(Indentation.MAX_WIDTHS + 1)), is(false));
  }

  @Test
  void sameIndentations_countOnce() {
    assertThat(Indentation.isModest(stairs(200) + stairs(200)), is(true));
  }

  @Test
  void indentation_goesOnAfterAContinuedLine() {
    StringBuilder source = new StringBuilder();
    for (int level = 0; level <= Indentation.MAX_WIDTHS; level++) {
      source.append(" \\\r\n".repeat(level)).append("a\n");
    }

    assertThat(Indentation.isModest(source.toString()), is(false));
  }
}
