package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.cache.CacheException;
import dagscribe.quota.RedisQuotaUrl;
import dagscribe.testing.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerRequirementsTest {

  private static final String SERVER = "http://gateway.invalid";
  private static final String KEY = "ANTHROPIC_API_KEY";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void keyThatIsEmpty_isMissing(String key) {
    WorkerRequirements needs = new WorkerRequirements(null, "none", null);
    UnfitWorkerException refusal =
        assertThrows(UnfitWorkerException.class, () -> needs.check(Map.of(KEY, key)::get));
    assertThat(refusal.getMessage(), containsString("set ANTHROPIC_API_KEY in the environment of"));
  }

  @Test
  void key_isNotMissedWhereNoneIsNeeded() {
    new WorkerRequirements(SERVER, "none", null).check(Map.<String, String>of()::get);
    new WorkerRequirements(null, "none", null).check(Map.of(KEY, "sk-ant-1")::get);
    new WorkerRequirements(null, "none", null).check(Map.of("ANTHROPIC_AUTH_TOKEN", "t")::get);
    new WorkerRequirements(null, "none", null)
        .check(Map.of("ANTHROPIC_BASE_URL", "http://g.invalid")::get);
  }

  @Test
  void keyThatNoHeaderCanCarry_isToldByItsPlaceAndNeverShown() {
    UnfitWorkerException refusal =
        assertThrows(
            UnfitWorkerException.class,
            () ->
                new WorkerRequirements(null, "none", null)
                    .check(Map.of(KEY, "sk-ant-a\u2019b")::get));
    assertThat(
        refusal.getMessage(),
        containsString("a worker has ANTHROPIC_API_KEY: character 9 is U+2019"));
    assertThat(refusal.getMessage(), not(containsString("sk-ant")));
  }

  @Test
  void redisThatDoesNotLetIn_isTold() {
    try (RedisServer redis = RedisServer.start("--requirepass", "hunter2")) {
      String url = redis.url("", "");
      List<WorkerRequirements> needs =
          List.of(
              new WorkerRequirements(SERVER, url, null),
              new WorkerRequirements(SERVER, "none", new RedisQuotaUrl(url, "api:model")),
              new WorkerRequirements(SERVER, redis.url(":wrong@", ""), null));
      for (WorkerRequirements each : needs) {
        UnfitWorkerException refusal =
            assertThrows(
                UnfitWorkerException.class, () -> each.check(Map.<String, String>of()::get));
        assertThat(refusal.getMessage(), containsString("set DAGSCRIBE_REDIS_PASSWORD"));
        assertThat(refusal.getMessage().lines().count(), is(1L));
      }
    }
  }

  @Test
  void cacheThatCannotBeUsed_isTold() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "this is not a database, is it?");
    WorkerRequirements needs = new WorkerRequirements(null, "sqlite:" + file, null);
    assertThrows(CacheException.class, () -> needs.check(Map.of(KEY, "sk-ant-1")::get));
  }
}
