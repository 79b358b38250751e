package dagscribe.source;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dagscribe.source.airflow.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentHashTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a\n  b\n", "a\r\n  b\r\n", "a\r  b", "a \t\n  b\f\n\n \n", "a\n  b\n\r\n\r\n"})
  void normalised_isOneForAllLineEndsAndTrailingSpace(String source) {
    assertThat(SourceText.normalise(source), is("a\n  b\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", " \t\r\n "})
  void normalised_isEmptyForWhiteSpaceOnly(String source) {
    assertThat(SourceText.normalise(source), is(""));
  }

  @Test
  void normalised_keepsLeadingAndInnerSpace() {
    assertThat(SourceText.normalise("\n  a  b\n\n\nc"), is("\n  a  b\n\n\nc\n"));
  }

  @Test
  void hash_ofCleanSourceIsItsPlainSha256() {
    assertThat(
        ContentHash.of("é\n"),
        is("edd3a863872a04239eb29ad4bc12fc892b3d4ae57cc7e786a3697816f8e141c2"));
    assertThat(
        ContentHash.of(""), is("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
  }

  @Test
  void hash_tellsCommentsIndentsAndLoneSurrogatesApart() {
    assertThat(ContentHash.of("a # b"), is(not(ContentHash.of("a"))));
    assertThat(ContentHash.of(" a"), is(not(ContentHash.of("a"))));
    assertThat(ContentHash.of("\ud800"), is(not(ContentHash.of("?"))));
    assertThat(ContentHash.of("\ud800"), is(not(ContentHash.of("\ud801"))));
  }
}
