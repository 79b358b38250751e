package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentLinesTest {

  @Test
  void commentLine_becomesSpaces() {
    assertThat(CommentLines.blank("a\n  # b\nc\n"), equalTo("a\n     \nc\n"));
  }

  @Test
  void lineEnds_stayWhereTheyAre() {
    assertThat(CommentLines.blank("# a\r\n# b\rc"), equalTo("   \r\n   \rc"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a = 1  # behind code\n",
        "s = '''\n# ends here '''\n",
        "s = \"\"\"\n# ends here \"\"\"\n",
        "s = 'a\\\n# b'\n",
        "s = 'a\\\r\n# b'\r\n",
        "no sign at all\n",
        ""
      })
  void whatMayBeCode_staysAsItIs(String source) {
    assertThat(CommentLines.blank(source), equalTo(source));
  }
}
