package dagscribe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.greaterThan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {

  private static final long MAX_LINES = 350;

  @Test
  void file_canBeReadInOneGo() throws IOException {
    Map<Path, Long> sizes;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      sizes =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .collect(Collectors.toMap(file -> file, SourceSizeTest::lines));
    }
    assertThat(sizes.size(), greaterThan(0));
    sizes.values().removeIf(lines -> lines <= MAX_LINES);
    assertThat(sizes, anEmptyMap());
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
