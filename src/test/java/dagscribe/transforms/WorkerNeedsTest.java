package dagscribe.transforms;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.cache.CacheException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerNeedsTest {

  private static final String KEY = "ANTHROPIC_API_KEY";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void keyThatIsEmpty_isMissing(String key) {
    WorkerNeeds needs = new WorkerNeeds(null, "none");
    UnfitWorkerException refusal =
        assertThrows(UnfitWorkerException.class, () -> needs.check(Map.of(KEY, key)::get));
    assertThat(refusal.getMessage(), containsString("set ANTHROPIC_API_KEY in the environment of"));
  }

  @Test
  void key_isNotMissedWhereNoneIsNeeded() {
    new WorkerNeeds("http://gateway.invalid", "none").check(Map.<String, String>of()::get);
    new WorkerNeeds(null, "none").check(Map.of(KEY, "sk-ant-1")::get);
    new WorkerNeeds(null, "none").check(Map.of("ANTHROPIC_AUTH_TOKEN", "t")::get);
    new WorkerNeeds(null, "none").check(Map.of("ANTHROPIC_BASE_URL", "http://g.invalid")::get);
  }

  @Test
  void keyThatNoHeaderCanCarry_isToldByItsPlaceAndNeverShown() {
    UnfitWorkerException refusal =
        assertThrows(
            UnfitWorkerException.class,
            () -> new WorkerNeeds(null, "none").check(Map.of(KEY, "sk-ant-a\u2019b")::get));
    assertThat(
        refusal.getMessage(),
        containsString("a worker has ANTHROPIC_API_KEY: character 9 is U+2019"));
    assertThat(refusal.getMessage(), not(containsString("sk-ant")));
  }

  @Test
  void cacheThatCannotBeUsed_isTold() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "this is not a database, is it?");
    WorkerNeeds needs = new WorkerNeeds(null, "sqlite:" + file);
    assertThrows(CacheException.class, () -> needs.check(Map.of(KEY, "sk-ant-1")::get));
  }
}
