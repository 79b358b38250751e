package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {

  @TempDir private Path folder;

  @Test
  void cache_isItsOwnersAlone() throws IOException {
    Path file = folder.resolve("new/deep/answers.sqlite");
    try (InstructionCache cache = InstructionCaches.open("sqlite:" + file)) {
      cache.store(Map.of("key", Answers.answer("Do")));
      for (String name : List.of("answers.sqlite", "answers.sqlite-wal", "answers.sqlite-shm")) {
        assertThat(name, rights(file.resolveSibling(name)), is("rw-------"));
      }
      assertThat(rights(file.getParent()), is("rwx------"));
      assertThat(rights(file.getParent().getParent()), is("rwx------"));
    }
  }

  @Test
  void looserFile_isTightenedAndItsFolderLeftAlone() throws IOException {
    Path file = folder.resolve("answers.sqlite");
    String before = rights(folder);
    InstructionCaches.open("sqlite:" + file).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    InstructionCaches.open("sqlite:" + file).close();
    assertThat(rights(file), is("rw-------"));
    assertThat(rights(folder), is(before));
  }

  @Test
  void placeThatCannotBe_isOneSentenceWithTheRemedy() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (Path path : List.of(folder, file.resolve("answers.sqlite"))) {
      CacheException refusal =
          assertThrows(CacheException.class, () -> InstructionCaches.open("sqlite:" + path));
      assertThat(refusal.getMessage(), containsString("--cache=sqlite:PATH"));
      assertThat(refusal.getMessage().lines().count(), is(1L));
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
