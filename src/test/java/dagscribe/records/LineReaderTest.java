package dagscribe.records;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

  @Test
  void next_numbersEveryLineBlankOnesIncluded() throws IOException {
    assertThat(lines("a\n\n  \nb\n"), contains("1:a", "2:", "3:  ", "4:b"));
  }

  @Test
  void next_givesALastLineWithoutLineFeed() throws IOException {
    assertThat(lines("a\nb"), contains("1:a", "2:b"));
  }

  @Test
  void next_ofAnEmptyStreamIsFalse() throws IOException {
    assertThat(reader("").next(), is(false));
  }

  @Test
  void text_dropsCarriageReturnAtTheEndOnly() throws IOException {
    assertThat(lines("a\rb\r\nc\r\n"), contains("1:a\rb", "2:c"));
  }

  @Test
  void text_dropsByteOrderMarkOfTheFirstLineOnly() throws IOException {
    assertThat(lines("\uFEFFa\n\uFEFFb\n"), contains("1:a", "2:\uFEFFb"));
  }

  @Test
  void number_goesOnFromTheLinesBefore() throws IOException {
    LineReader reader = new LineReader(stream("x\n"), 41);
    reader.next();
    assertThat(reader.number(), is(42L));
  }

  @Test
  void next_keepsLinesThatSpanManyBuffers() throws IOException {
    String longLine = "0123456789".repeat(50_000);
    assertThat(lines(longLine + "\nshort\n"), contains("1:" + longLine, "2:short"));
  }

  @Test
  void defect_namesInvalidUtf8() throws IOException {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, '\n'}), 0);
    reader.next();
    assertThat(reader.defect(), containsString("UTF-8"));
  }

  @Test
  void defect_ofProperTextIsNull() throws IOException {
    LineReader reader = reader("Grüße\n");
    reader.next();
    assertThat(reader.defect(), nullValue());
  }

  @Test
  void defect_namesALineBeyondTheLimitAndMemoryStaysSmall() throws IOException {
    long length = LineReader.MAX_LINE_BYTES + 1L;
    LineReader reader = new LineReader(new Repeated('x', length), 0);
    reader.next();
    assertThat(reader.defect(), containsString(String.valueOf(length)));
    assertThat(reader.text().length(), lessThan(100_000));
  }

  @Test
  void defect_ofALineAtTheLimitIsNull() throws IOException {
    LineReader reader = new LineReader(new Repeated('x', LineReader.MAX_LINE_BYTES), 0);
    reader.next();
    assertThat(reader.defect(), nullValue());
    assertThat(reader.text().length(), is(LineReader.MAX_LINE_BYTES));
  }

  private static List<String> lines(String text) throws IOException {
    LineReader reader = reader(text);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.number() + ":" + reader.text());
    }
    return lines;
  }

  private static LineReader reader(String text) {
    return new LineReader(stream(text), 0);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One character over and over. */
  private static final class Repeated extends InputStream {
    private final int character;
    private long left;

    Repeated(int character, long count) {
      this.character = character;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? character : -1;
    }
  }
}
