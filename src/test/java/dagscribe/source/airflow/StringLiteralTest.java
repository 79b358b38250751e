package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'a' | a",
        "\"it's\" | it's",
        "'''a'b''' | a'b",
        "r'a\\d' | a\\d",
        "u'a' | a",
        "'\\x41\\u0042\\U00000043\\104' | ABCD",
        "'\\\\d\\'' | \\d'",
        "'\\d\\N{DASH}' | \\d\\N{DASH}",
        "'\\xZ\\U99999999' | \\xZ\\U99999999",
        "'\\ud800\\U0000dfff' | \\ud800\\U0000dfff"
      },
      delimiter = '|')
  void value_undoesQuotesAndEscapes(String literal, String value) {
    assertThat(StringLiteral.value(literal), is(Optional.of(value)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"b'a'", "f'a'", "rB'a'", "name", "'", ""})
  void value_isEmptyForWhatIsNoConstantText(String literal) {
    assertThat(StringLiteral.value(literal), is(Optional.empty()));
  }
}
