package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir private Path folder;

  @Test
  void write_replacesALinkAndNotWhatItPointsTo() throws IOException {
    Path target = Files.writeString(folder.resolve("target"), "gold");
    Path output = Files.createDirectory(folder.resolve("out"));
    Files.createSymbolicLink(output.resolve("report.json"), target);
    new TextFile(output.toString(), "report.json").write("text/plain", "one");
    new TextFile(output.toString(), "report.json").write("text/plain", "two");
    assertThat(Files.readString(target), is("gold"));
    assertThat(Files.readString(output.resolve("report.json")), is("two"));
    try (Stream<Path> left = Files.list(output)) {
      assertThat(left.toList(), is(List.of(output.resolve("report.json"))));
    }
  }
}
