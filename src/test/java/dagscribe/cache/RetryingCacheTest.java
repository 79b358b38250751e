package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.testing.RedisServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetryingCacheTest {

  private final List<Duration> waits = new ArrayList<>();
  private RedisServer server = RedisServer.start();
  private RedisServer second;

  @AfterEach
  void stopServers() {
    server.close();
    if (second != null) {
      second.close();
    }
  }

  @Test
  void serverThatComesBackInTime_isNoFailure() {
    try (InstructionCache cache = new RetryingCache(open(), this::restartAtTheSecondWait)) {
      server.close();
      cache.store(Map.of("k", answer("Do")));
      assertThat(cache.find(List.of("k")), is(Map.of("k", answer("Do"))));
      assertThat(waits, is(RetryingCache.WAITS.subList(0, 2)));
    }
  }

  @Test
  void serverThatStaysAway_failsAndIsWaitedForOnlyOnce() {
    try (InstructionCache cache = new RetryingCache(open(), waits::add)) {
      server.close();
      assertThrows(CacheException.class, () -> cache.find(List.of("k")));
      assertThat(waits, is(RetryingCache.WAITS));
      assertThrows(CacheException.class, () -> cache.calls().end("c", Map.of()));
      assertThat(waits, is(RetryingCache.WAITS));
    }
  }

  @Test
  void serverThatCameBack_isWaitedForAgain() {
    try (InstructionCache cache = new RetryingCache(open(), waits::add)) {
      server.close();
      assertThrows(CacheException.class, () -> cache.calls().record(List.of(), List.of()));
      second = server.again();
      assertThat(cache.calls().inDoubt(), is(empty()));
      second.close();
      assertThrows(CacheException.class, () -> cache.calls().forget(List.of("c")));
      assertThat(waits.size(), is(2 * RetryingCache.WAITS.size()));
    }
  }

  @Test
  void valueThatIsNotOurs_isNotWaitedFor(@TempDir Path folder) throws SQLException {
    String url = "sqlite:" + folder.resolve("foreign.sqlite");
    InstructionCaches.open(url).close();
    try (Connection connection = DriverManager.getConnection("jdbc:" + url);
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO sessions VALUES ('s', 'elsewhere', 1, 1, 1)");
      statement.execute("INSERT INTO calls VALUES ('c', 's', '[\"not a call\"]')");
    }
    try (InstructionCache cache = new RetryingCache(InstructionCaches.open(url), waits::add)) {
      assertThrows(CacheException.class, () -> cache.calls().inDoubt());
      assertThat(waits, is(empty()));
    }
  }

  private void restartAtTheSecondWait(Duration wait) {
    waits.add(wait);
    if (waits.size() == 2) {
      second = server.again();
    }
  }

  private InstructionCache open() {
    return InstructionCaches.open(server.url("", ""));
  }
}
