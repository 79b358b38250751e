package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileUriTest {

  @ParameterizedTest
  @CsvSource({
    "file:///tmp/x, /tmp/x",
    "file:/tmp/x, /tmp/x",
    "FILE://localhost/tmp/x, /tmp/x",
    "file:x/y, x/y",
    "file:///tmp/a%20b+c, /tmp/a b+c",
    "file:///tmp/na%C3%AFve, /tmp/na\u00efve",
    "file:///tmp/na\u00efve, /tmp/na\u00efve",
    "/tmp/a%20b, /tmp/a%20b",
    "gs://bucket/x, gs://bucket/x",
    "files/x, files/x",
  })
  void uri_becomesItsPath(String text, String path) {
    assertThat(FileUri.path("--output", text), is(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file:///tmp/*.jsonl | /tmp/*.jsonl",
        "file:///tmp/%5Bx%5D.jsonl | /tmp/\\[x\\].jsonl",
        "file:///tmp/a%2cb.jsonl | /tmp/a\\,b.jsonl",
      })
  void pattern_keepsEncodedWildcardsAsTheyAre(String text, String pattern) {
    assertThat(FileUri.pattern("--input", text), is(pattern));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file://host/x | names another machine: write file:///PATH",
        "file:// | names no file",
        "file: | names no file",
        "file:///a%2 | has a % that is not followed by two hexadecimal digits",
        "file:///a%zz | has a % that is not followed by two hexadecimal digits",
        "file:///a%00b | is no path in UTF-8 once it is decoded",
        "file:///a%EF | is no path in UTF-8 once it is decoded",
      })
  void uri_thatIsNoFileHereIsRefused(String text, String why) {
    Exception e = assertThrows(UsageException.class, () -> FileUri.path("--output", text));
    assertThat(e.getMessage(), startsWith("--output: " + text + " " + why));
  }
}
