package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import dagscribe.cache.CachedInstruction;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.testing.RedisServer;
import dagscribe.testing.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cache stats}, {@code export} and {@code prune}, from the command line. */
class CacheMainTest {

  private static final long NOW = 32_503_680_000_000L;

  private static final Map<String, CachedInstruction> ANSWERS =
      Map.of(
          "old", new CachedInstruction("Do", "haiku", "p-1", 100, 10, 5, 0.5, 1_000_000_000_000L),
          "new", new CachedInstruction("Do", "haiku", "p-2", 100, 10, 5, 0.25, NOW),
          "refused",
              new CachedInstruction(
                  "",
                  "opus",
                  "p-2",
                  100,
                  0,
                  0,
                  null,
                  NOW,
                  new CachedInstruction.Review("REFUSED", "the model declined")));

  @TempDir private Path folder;

  @Test
  void file_isCountedExportedAndPruned() {
    check("sqlite:" + folder.resolve("answers.sqlite"));
  }

  @Test
  void redis_isCountedExportedAndPruned() {
    try (RedisServer redis = RedisServer.start()) {
      check(redis.url("", ""));
    }
  }

  private static void check(String url) {
    try (InstructionCache cache = InstructionCaches.open(url)) {
      cache.store(ANSWERS);
    }
    String stats = cache(url, "stats").out();
    assertThat(stats, startsWith("cache         " + url + "\nanswers       3 (1 for review)\n"));
    assertThat(stats, containsString("tokens        330\npaid          $0.7500\n"));
    assertThat(stats, containsString("oldest        2001-09-09T01:46:40Z\nnewest        3000-01"));
    assertThat(stats, containsString("in doubt      0 calls"));
    assertThat(stats, containsString("haiku p-2: 1 answers, $0.2500"));
    assertThat(cache(url, "stats", "--model=opus").out(), containsString("answers       1 (1 for"));

    List<String> lines = cache(url, "export", "--promptVersion=p-2").out().lines().toList();
    assertThat(
        List.copyOf(new TreeSet<>(lines)),
        is(
            List.of(
                "{\"key\":\"new\",\"instruction\":\"Do\",\"model\":\"haiku\","
                    + "\"promptVersion\":\"p-2\",\"inputTokens\":100,\"outputTokens\":10,"
                    + "\"cacheReadInputTokens\":5,\"costUsd\":0.25,\"createdAtMillis\":"
                    + NOW
                    + "}",
                "{\"key\":\"refused\",\"instruction\":\"\",\"model\":\"opus\","
                    + "\"promptVersion\":\"p-2\",\"inputTokens\":100,\"outputTokens\":0,"
                    + "\"cacheReadInputTokens\":0,\"createdAtMillis\":"
                    + NOW
                    + ",\"review\":{\"reason\":\"REFUSED\",\"message\":\"the model declined\"}}")));

    assertThat(cache(url, "prune", "--olderThan=30d").out(), is("removed 1 answers\n"));
    assertThat(cache(url, "prune", "--model=opus").out(), is("removed 1 answers\n"));
    assertThat(cache(url, "prune", "--model=opus").out(), is("removed 0 answers\n"));
    try (InstructionCache cache = InstructionCaches.open(url)) {
      assertThat(cache.find(ANSWERS.keySet()), is(Map.of("new", ANSWERS.get("new"))));
    }
  }

  @Test
  void mistakes_areToldInASentence() {
    String file = "sqlite:" + folder.resolve("none.sqlite");
    assertMistake(2, "cache needs to be told what to do: cache stats,", "cache");
    assertMistake(2, "cache needs to be told what to do: cache stats,", "cache", "frob");
    assertMistake(3, "none.sqlite: there is no such file", "cache", "stats", "--cache=" + file);
    assertMistake(2, "--cache=memory: keeps nothing", "cache", "stats", "--cache=memory");
    assertMistake(2, "cache prune needs --olderThan,", "cache", "prune", "--cache=" + file);
    assertMistake(
        2, "--olderThan=old: must be any, or an age", "cache", "stats", "--olderThan=old");
    assertMistake(2, "unexpected word 'stats'", "generate", "stats");
  }

  private static void assertMistake(int code, String said, String... words) {
    Run run = Run.main(words);
    assertThat(run.err(), containsString(said));
    assertThat(run.code(), is(code));
  }

  private static Run cache(String url, String action, String... more) {
    String[] words = new String[3 + more.length];
    words[0] = "cache";
    words[1] = action;
    words[2] = "--cache=" + url;
    System.arraycopy(more, 0, words, 3, more.length);
    Run run = Run.main(words);
    assertThat(run.err(), run.code(), is(0));
    return run;
  }
}
