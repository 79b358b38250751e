package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionCachesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "disk",
        "Memory",
        "memory:12",
        "sqlite:",
        "sqlite: ",
        "sqlite",
        "sqlite:a?b=1",
        "sqlite:a\u0000b",
        "redis:localhost",
        "redis://",
        "redis://host name",
        "redis://under_score",
        "redis://hunter2@localhost",
        "redis://user:hunter2@localhost:0",
        "redis://user:hunter2@localhost:65536",
        "redis://user:hunter2@localhost/name",
        "redis://user:hunter2@localhost/1/2",
        "redis://user:hunter2@localhost?ttl=5",
        "redis://user:hunter2@localhost?ttlSeconds=0",
        "redis://user:hunter2@localhost?ttlSeconds=5&x=1",
        "sqlite:redis://user:hunter2@localhost",
        "sqlite:http://user:hunter2@localhost/",
        "redis://user:hunter2%@localhost",
        "redis://user:hunter2 @localhost",
        "rediss://user:hunter2@[::1",
      })
  void badUrl_isRefusedNamingTheFormsAndNoSecret(String url) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> InstructionCaches.open(url));

    assertThat(refused.getMessage(), containsString(CacheBackend.FORMS));
    assertThat(Throwables.getStackTraceAsString(refused), not(containsString("hunter2")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', /home/ada, /home/ada/.cache",
    "'', /writable, /home/ada, /writable/.cache",
    "/var/cache/ada, /writable, /home/ada, /var/cache/ada",
    "relative/folder, relative, /home/ada, /home/ada/.cache",
    "'', /writable, ?, /writable/.cache"
  })
  void defaultUrl_isInTheUsersCacheFolder(String xdg, String home, String known, String folder) {
    assertThat(
        CacheUrl.ofUser(Map.of("XDG_CACHE_HOME", xdg, "HOME", home), known, "answers"),
        is(Optional.of(new CacheUrl("sqlite:" + folder + "/dagscribe/answers.sqlite"))));
  }

  @Test
  void defaultUrl_isNoneForAUserWithoutAHome() {
    assertThat(CacheUrl.ofUser(Map.of(), "?", "answers"), is(Optional.empty()));
  }

  @Test
  void fileThatIsNotThere_isNotMadeToLookAnswersUp(@TempDir Path folder) {
    Path file = folder.resolve("answers.sqlite");

    try (InstructionCache cache = InstructionCaches.openExisting("sqlite:" + file)) {
      assertThat(cache.find(List.of("key")), is(Map.of()));
    }
    assertThat(Files.exists(file), is(false));
  }

  @Test
  void fileThatIsThere_isLookedInto(@TempDir Path folder) {
    String url = "sqlite:" + folder.resolve("answers.sqlite");
    try (InstructionCache cache = InstructionCaches.open(url)) {
      cache.store(Answers.answers("key", 0, 1));
    }

    try (InstructionCache cache = InstructionCaches.openExisting(url)) {
      assertThat(cache.find(List.of("key0")).keySet(), is(Set.of("key0")));
    }
  }
}
