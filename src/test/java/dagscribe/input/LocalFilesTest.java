package dagscribe.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {

  @TempDir private Path folder;

  @Test
  void name_mayMatchIfThereIsSuchAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("a.jsonl"));
    assertThat(LocalFiles.mayMatch(file.toString()), is(true));
    assertThat(LocalFiles.mayMatch(folder + "/b.jsonl"), is(false));
    assertThat(LocalFiles.mayMatch(folder + "/none/a.jsonl"), is(false));
  }

  @Test
  void wildcard_mayMatchIfItsDirectoryIsThere() {
    assertThat(LocalFiles.mayMatch(folder + "/*.jsonl"), is(true));
    assertThat(LocalFiles.mayMatch(folder + "/*/x/a.jsonl"), is(true));
    assertThat(LocalFiles.mayMatch(folder + "/none/*.jsonl"), is(false));
    assertThat(LocalFiles.mayMatch("*.jsonl"), is(true));
    assertThat(LocalFiles.mayMatch("no-such-folder/{a,b}.jsonl"), is(false));
  }

  @Test
  void otherFileSystems_areNotJudged() {
    assertThat(LocalFiles.mayMatch("gs://bucket/none/*.jsonl"), is(true));
    assertThat(LocalFiles.mayMatch("hdfs:/none"), is(true));
  }
}
