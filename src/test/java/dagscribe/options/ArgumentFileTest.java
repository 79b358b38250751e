package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentFileTest {

  @TempDir private Path folder;

  @Test
  void comments_andBlankLinesAreIgnored() throws IOException {
    assertThat(
        read("# all DAGs", "", "  --maxDags=5  # for a start", "--input=a#b.jsonl", "\t#--x=1"),
        contains("--maxDags=5", "--input=a#b.jsonl"));
  }

  @Test
  void value_mayHoldSpacesAndEquals() throws IOException {
    assertThat(read("--input=my dags/a=b.jsonl"), contains("--input=my dags/a=b.jsonl"));
  }

  @Test
  void byteOrderMark_isTakenOff() throws IOException {
    assertThat(read("\uFEFF--maxDags=5"), contains("--maxDags=5"));
  }

  @Test
  void file_mayBeAUri() throws IOException {
    Path file = file("--maxDags=5");
    assertThat(ArgumentFile.read(file.toUri().toString()).get(0).text(), is("--maxDags=5"));
  }

  @Test
  void strayLine_isRefusedWithFileAndLine() throws IOException {
    Path file = file("--maxDags=5", "maxDags=6");
    assertThat(
        refusal(file), is(file + ":2: 'maxDags=6' is refused: a line must be --option=value"));
  }

  @Test
  void nestedFile_isRefused() throws IOException {
    Path file = file("@other.args");
    assertThat(
        refusal(file), is(file + ":1: '@other.args' is refused: a line must be --option=value"));
  }

  @Test
  void missingFile_isRefusedByName() {
    Path file = folder.resolve("none.args");
    assertThat(refusal(file), is("@" + file + ": there is no such file"));
  }

  @Test
  void folder_isRefusedByName() {
    assertThat(refusal(folder), is("@" + folder + ": cannot be read as UTF-8 text"));
  }

  @Test
  void otherEncoding_isRefused() throws IOException {
    Path file = Files.write(folder.resolve("latin1.args"), new byte[] {'#', (byte) 0xe9, '\n'});
    assertThat(refusal(file), is("@" + file + ": cannot be read as UTF-8 text"));
  }

  private List<String> read(String... lines) throws IOException {
    return ArgumentFile.read(file(lines).toString()).stream().map(Word::text).toList();
  }

  private Path file(String... lines) throws IOException {
    return Files.write(folder.resolve("x.args"), List.of(lines));
  }

  private static String refusal(Path file) {
    return assertThrows(UsageException.class, () -> ArgumentFile.read(file.toString()))
        .getMessage();
  }
}
