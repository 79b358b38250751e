package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files in {@code pipelines} say what is computed, those in {@code runner-configs} where. */
class ShippedArgumentFilesTest {

  static List<String> pipelines() throws IOException {
    return files("pipelines");
  }

  static List<String> runnerConfigs() throws IOException {
    return files("runner-configs");
  }

  @ParameterizedTest
  @MethodSource("pipelines")
  void pipeline_isACommandLine(String file) {
    DagscribeOptions options = CommandLine.parse("--input=i", "--output=o", "@" + file).options();
    assertThat(RunConfig.from(options).files().overwrite(), is(false));
  }

  @ParameterizedTest
  @MethodSource("runnerConfigs")
  void runnerConfig_namesItsRunner(String file) {
    CommandLine.parse("@" + file).options();
    assertThat(names(List.of(file)).contains("runner"), is(true));
  }

  @Test
  void option_standsInOneKindOnly() throws IOException {
    Set<String> what = names(pipelines());
    Set<String> where = names(runnerConfigs());
    assertThat(what, is(not(empty())));
    what.retainAll(where);
    assertThat(what, is(empty()));
  }

  private static Set<String> names(List<String> files) {
    return files.stream()
        .flatMap(file -> ArgumentFile.read(file).stream())
        .map(word -> word.text().replaceFirst("^--([^=]*).*", "$1"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> files(String folder) throws IOException {
    List<String> files = new ArrayList<>();
    try (DirectoryStream<Path> paths = Files.newDirectoryStream(Path.of(folder), "*.args")) {
      paths.forEach(path -> files.add(path.toString()));
    }
    return files;
  }
}
