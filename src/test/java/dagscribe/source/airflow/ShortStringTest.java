package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortStringTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'0123456789abcdefgh' | '01234567...'",
        "r\"\"\"0123456789abcdefgh\"\"\" | r\"\"\"01234567...\"\"\"",
        "'0123456\\\\9abcdefghij' | '0123456...'",
        "f'01234{name}abcdefghij' | f'01234...'",
        "'01234{name}abcdefghij' | '01234{na...'",
        "'short' | 'short'",
        "name | name"
      })
  void literal_isCutWhereItStaysALiteral(String literal, String cut) {
    assertThat(ShortString.of(literal, 8), is(cut));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Loads it. Then more.' | 'Loads it.'",
        "'Version 1.5 loads it! Yes.' | 'Version 1.5 loads it!'",
        "'No stop at all' | 'No stop at all'",
        "name | name"
      })
  void docString_isCutAfterItsFirstSentence(String literal, String sentence) {
    assertThat(ShortString.firstSentence(literal), is(sentence));
  }
}
