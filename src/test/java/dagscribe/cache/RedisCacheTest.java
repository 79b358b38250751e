package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static dagscribe.cache.Answers.answers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import dagscribe.testing.RedisServer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisCacheTest extends InstructionCacheContract {

  private static RedisServer server;

  @BeforeAll
  static void startServer() {
    server = RedisServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  InstructionCache open() {
    return InstructionCaches.open(server.url("", ""));
  }

  @Test
  void value_isReadableByOthersUnderTheDocumentedKey() {
    try (InstructionCache cache = open();
        RedisClient other = RedisClient.create("127.0.0.1", server.port())) {
      cache.store(Map.of("documented", answer("Do")));

      String value = other.get("dagscribe:answer:1:documented");
      assertThat(AnswerJson.read(value, "redis"), is(answer("Do")));
      assertThat(other.ttl("dagscribe:answer:1:documented"), is(-1L));
    }
  }

  @Test
  void ttlSeconds_limitsTheLifeOfAnAnswer() {
    try (InstructionCache cache = InstructionCaches.open(server.url("", "?ttlSeconds=900"));
        RedisClient other = RedisClient.create("127.0.0.1", server.port())) {
      cache.store(Map.of("short-lived", answer("Do")));

      assertThat(
          other.ttl("dagscribe:answer:1:short-lived"),
          is(allOf(greaterThan(0L), lessThanOrEqualTo(900L))));
    }
  }

  @Test
  void databases_areApart() {
    try (InstructionCache one = InstructionCaches.open(server.url("", "/1"));
        InstructionCache two = InstructionCaches.open(server.url("", "/2"))) {
      one.store(Map.of("apart", answer("Do")));

      assertThat(two.find(List.of("apart")), is(anEmptyMap()));
      assertThat(one.find(List.of("apart")), is(Map.of("apart", answer("Do"))));
    }
  }

  @Test
  void foreignValue_isRefusedWithItsKey() {
    try (InstructionCache cache = open();
        RedisClient other = RedisClient.create("127.0.0.1", server.port())) {
      other.set("dagscribe:answer:1:foreign", "nonsense");

      CacheException refused =
          assertThrows(CacheException.class, () -> cache.find(List.of("foreign")));

      assertThat(refused.getMessage(), containsString("key dagscribe:answer:1:foreign"));
    }
  }

  @Test
  void rightPassword_letsIn() {
    try (RedisServer locked = RedisServer.start("--requirepass", "p@ss:w/rd");
        InstructionCache cache = InstructionCaches.open(locked.url(":p%40ss%3Aw%2Frd@", ""))) {
      cache.store(Map.of("k", answer("Do")));

      assertThat(cache.find(List.of("k")), is(Map.of("k", answer("Do"))));
    }
  }

  @Test
  void wrongPassword_isRefusedWithoutShowingIt() {
    try (RedisServer locked = RedisServer.start("--requirepass", "right")) {
      CacheException refused =
          assertThrows(
              CacheException.class,
              () -> InstructionCaches.open(locked.url("default:hunter2@", "")));

      assertThat(refused.getMessage(), containsString("127.0.0.1:" + locked.port()));
      assertThat(Throwables.getStackTraceAsString(refused), not(containsString("hunter2")));
    }
  }

  @Test
  void missingPassword_isRefused() {
    try (RedisServer locked = RedisServer.start("--requirepass", "right")) {
      CacheException refused =
          assertThrows(CacheException.class, () -> InstructionCaches.open(locked.url("", "")));

      assertThat(refused.getMessage(), containsString("NOAUTH"));
    }
  }

  @Test
  void noServer_isRefusedNamingTheAddress() {
    RedisServer gone = RedisServer.start();
    gone.close();

    CacheException refused =
        assertThrows(
            CacheException.class, () -> InstructionCaches.open(gone.url(":hunter2@", "/3")));

    assertThat(refused.getMessage(), containsString("redis://127.0.0.1:" + gone.port() + "/3"));
    assertThat(Throwables.getStackTraceAsString(refused), not(containsString("hunter2")));
  }

  @Test
  void restartedServer_isUsedAgain() {
    RedisServer first = RedisServer.start();
    try (InstructionCache cache = InstructionCaches.open(first.url("", ""))) {
      // Many at once, so that the pool holds several connections to the server that goes.
      IntStream.range(0, 64).parallel().forEach(i -> cache.store(answers("k", 0, 50)));
      first.close();
      assertThrows(CacheException.class, () -> cache.find(List.of("k0")));

      try (RedisServer second = first.again()) {
        assertThat(cache.find(List.of("k0")), is(anEmptyMap()));
        cache.store(answers("k", 0, 3));
        assertThat(cache.find(List.of("k0")), is(answers("k", 0, 1)));
      }
    } finally {
      first.close();
    }
  }

  @Test
  void serverOutOfMemory_failsTheStore() {
    try (RedisServer full = RedisServer.start("--maxmemory", "1");
        InstructionCache cache = InstructionCaches.open(full.url("", ""))) {
      CacheException refused =
          assertThrows(CacheException.class, () -> cache.store(answers("k", 0, 10)));

      assertThat(refused.getMessage(), containsString("OOM"));
    }
  }
}
