package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "timedelta( days = 1 ) | timedelta(days = 1)",
        "a[\"b\"] | a['b']",
        "\"it's\" | \"it's\"",
        "f(a,b) | f(a, b)",
        "x if y   else z | x if y else z",
        "(a,) | (a,)",
        "a . b | a.b"
      },
      delimiter = '|')
  void text_isOfOneForm(String source, String text) {
    assertThat(ExpressionText.of(source), is(text));
  }

  @Test
  void text_isOneLineWithoutComments() {
    assertThat(ExpressionText.of("[\n  A('x'),  # first\n  B(\"y\"),\n]"), is("[A('x'), B('y')]"));
  }
}
