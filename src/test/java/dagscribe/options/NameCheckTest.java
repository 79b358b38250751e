package dagscribe.options;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.input.FileNameEncoding;
import org.junit.jupiter.api.Test;

class NameCheckTest {

  private static final FileNameEncoding ASCII = new FileNameEncoding(US_ASCII, "LC_ALL=C");

  @Test
  void word_thatDidNotComeThroughIsRefused() {
    NameCheck.checkWord(ASCII, "--input=plain.jsonl");
    NameCheck.checkWord(new FileNameEncoding(UTF_8, ""), "--input=\uFFFD");
    Exception e =
        assertThrows(
            UsageException.class, () -> NameCheck.checkWord(ASCII, "--output=/tmp/\uFFFD\uFFFD"));
    assertThat(
        e.getMessage(),
        is(
            "'--output=/tmp/\uFFFD\uFFFD' cannot be read: the locale (LC_ALL=C, encoding US-ASCII)"
                + " cannot carry this name: set LC_ALL=C.UTF-8"));
  }

  @Test
  void path_thatCannotBeOpenedIsRefused() {
    assertThrows(UsageException.class, () -> NameCheck.checkPath(ASCII, "output", "na\u00efve"));
  }
}
