package dagscribe.text;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  /** Escapes of a terminal, a right-to-left override, a line separator, a tag, half of a pair. */
  private static final String HOSTILE = " a\u001b[31m\u202e b\u2028c\r\t\n\uDB40\uDC41é😀\uD800 ";

  @Test
  void spaced_hasOneSpaceForARunOfHiddenCharacters() {
    assertThat(PlainText.spaced(HOSTILE), is(" a [31m  b c é😀  "));
  }

  @Test
  void escaped_losesNothing() {
    assertThat(
        PlainText.escaped(HOSTILE),
        is(" a\\u001b[31m\\u202e b\\u2028c\\u000d\t\n\\udb40\\udc41é😀\\ud800 "));
    assertThat(PlainText.escaped("C:\\u $1\n"), is("C:\\u $1\n"));
  }

  @Test
  void oneLine_hasNothingHiddenAndNoSpaceTwice() {
    assertThat(PlainText.oneLine(HOSTILE), is("a[31m b c é😀"));
    assertThat(PlainText.oneLine("a \u202e b\u00a0\u3000c\u0085d\uE000\u0378e"), is("a b cde"));
    assertThat(PlainText.oneLine("\u202e \n"), is(""));
  }

  @Test
  void cut_neverCutsAPair() {
    assertThat(PlainText.cut("abc", 3), is("abc"));
    assertThat(PlainText.cut("abcd", 3), is("abc…"));
    assertThat(PlainText.cut("ab😀d", 3), is("ab…"));
  }

  @Test
  void read_namesTheFileThatTheJarLacks() {
    String said =
        assertThrows(IllegalStateException.class, () -> JarText.read("/dagscribe/none.txt"))
            .getMessage();
    assertThat(said, is("the jar lacks /dagscribe/none.txt"));
  }
}
