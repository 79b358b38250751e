package dagscribe.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

  private static final String RECORD = "{\"id\": \"a\", \"content\": \"x = 1\\ny = 2\\n\"}\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1\\0\\0 | Parquet",
        "ORC\\10 | ORC",
        "Obj\\1 | Avro",
        "ARROW1\\0\\0 | Arrow",
        "\\211HDF\\r\\n | HDF5",
        "SQLite format 3\\0 | an SQLite database",
        "PK\\3\\4 | a zip archive",
        "\\3757zXZ\\0 | compressed with xz",
        "\\4\"M\\30 | compressed with LZ4",
        "\\37\\213\\10 | compressed twice",
        "x\\234\\253 | compressed with deflate",
        "\\200\\4\\225 | a Python pickle",
        "\\0\\1\\2 | binary data",
        "version https://git-lfs.github.com/spec/v1\\n | a Git LFS pointer",
        "<!DOCTYPE html>\\n<html> | an HTML page",
        "<?xml version=\"1.0\"?> | XML",
        "\"\"\"A DAG.\"\"\"\\nfrom airflow import DAG\\n | Python source",
        "id,content,stars\\n1,\"x\",2\\n | a table with a header",
        "id\\tcode\\n1\\tx\\n | a table with a header",
        "[{\"content\":\"x\"}] | a JSON array",
        "[\\n  {\"content\": | a JSON array",
        "{\\n \"cells\": [],\\n \"nbformat\": 4\\n}\\n | a Jupyter notebook",
        "{\\n  \"content\": \"x\"\\n}\\n | a JSON document over several lines",
        "{\"content\":\"x\"}\\r{\"content\":\"y\"}\\r | text whose lines end in CR alone",
      })
  void other_isNamedAsWhatItIs(String head, String kind) throws IOException {
    assertThat(complaint(bytes(head)), startsWith("this is " + kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void otherEncodings_areNamedWithAndWithoutMark(String charset) throws IOException {
    String name = "this is " + charset.substring(0, 6) + ", not JSONL";
    assertThat(complaint(RECORD.getBytes(Charset.forName(charset))), is(name));
    assertThat(complaint(("\uFEFF" + RECORD).getBytes(Charset.forName(charset))), is(name));
  }

  @Test
  void tar_isKnownByItsHeader() throws IOException {
    byte[] header = new byte[1_024];
    System.arraycopy("dags/a.jsonl".getBytes(UTF_8), 0, header, 0, 12);
    System.arraycopy("ustar".getBytes(UTF_8), 0, header, 257, 5);
    assertThat(complaint(header), is("this is a tar archive, not JSONL"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"x = 1\\\\ny = 2\",\"id\":\"a\"} | text",
        "{\"label\":\"a\\\\nb\",\"code\":\"x\\\\ny\"} | code",
        "{\"title\":\"short\",\"script\":\"x\\\\ny\"} | script",
        "{\"n\":NaN,\"text\":\"x\"} | text",
      })
  void source_underAnotherNameIsToldWithTheOption(String record, String name) throws IOException {
    String lines = bytesAsText(record) + "\nno json\n" + bytesAsText(record) + "\n";
    assertThat(
        complaint(lines.getBytes(UTF_8)),
        is("it has `" + name + "` instead of `content`: --contentField=" + name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "no json\n",
        "[1, 2]\n{\"content\":\"x\"}\n",
        "{\"content\":\"x\"}\n{\"text\":\"y\\nz\"}\n",
        "{\"content\": [\n{\"content\":\"x\"}\n",
        "{\"id\":1}\n",
        "from a to b\n{\"content\":\"x\"}\n",
        "\uFEFF{\"content\":\"x\",\n{\"content\":\"y\"}\n",
        "{\"id\":\"a\",\"raw\":\"x\\ny\",\"kind\":\"MALFORMED\",\"message\":\"m\",\"attempts\":0}\n",
      })
  void whatMayBeJsonl_isLeftToItsLines(String text) throws IOException {
    assertThat(complaint(text.getBytes(UTF_8)), nullValue());
  }

  @Test
  void longRecord_isNotTakenForSomethingElse() throws IOException {
    String text = "{\"content\":\"" + "x = 1\\n".repeat(100_000) + "\"}\n";
    assertThat(complaint(text.getBytes(UTF_8)), nullValue());
  }

  private static @Nullable String complaint(byte[] file) throws IOException {
    return FileKind.complaint(FileHead.of(new ByteArrayInputStream(file)), "content");
  }

  private static byte[] bytes(String escaped) {
    return bytesAsText(escaped).getBytes(ISO_8859_1);
  }

  private static String bytesAsText(String escaped) {
    return escaped.translateEscapes();
  }
}
