package dagscribe.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputMatchTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of("a.jsonl", "b.jsonl", "c.jsonl")) {
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  void file_thatSeveralPatternsMatchIsThereOnce() throws IOException {
    assertThat(
        names(folder + "/b.jsonl", folder + "/*.jsonl", folder + "/./a.jsonl", folder + "/{a,c}*"),
        contains(folder + "/b.jsonl", folder + "/a.jsonl", folder + "/c.jsonl"));
  }

  @Test
  void link_isTheFileThatItLeadsTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("0.jsonl"), folder.resolve("a.jsonl"));
    Path other = Files.createSymbolicLink(folder.resolve("other"), folder);
    assertThat(
        names(folder + "/*.jsonl", other + "/a.jsonl"),
        contains(folder + "/0.jsonl", folder + "/b.jsonl", folder + "/c.jsonl"));
  }

  @Test
  void pattern_withoutFilesIsRefusedUnlessSomeMayCome() throws IOException {
    String pattern = folder + "/none*";
    Exception e = assertThrows(UnreadableInputException.class, () -> names(pattern));
    assertThat(e.getMessage(), is("--input=" + pattern + ": no file matches"));
    assertThat(InputMatch.files(List.of(pattern), true), empty());
  }

  /** A name of one byte that no UTF-8 has, as old archives hold. */
  @Test
  void file_whoseNameIsNoTextIsRefusedByName() throws Exception {
    Process touch =
        new ProcessBuilder(
                "sh", "-c", "touch \"$1/$(printf 'na\\357ve').jsonl\"", "sh", folder.toString())
            .inheritIO()
            .start();
    assertThat(touch.waitFor(), is(0));
    Exception e = assertThrows(UnreadableInputException.class, () -> names(folder + "/*.jsonl"));
    assertThat(e.getMessage(), containsString("/na%EFve.jsonl cannot be opened: "));
    assertThat(names(folder + "/[abc].jsonl").size(), is(3));
  }

  private static List<String> names(String... patterns) throws IOException {
    return InputMatch.files(List.of(patterns), false).stream().map(InputFile::name).toList();
  }
}
