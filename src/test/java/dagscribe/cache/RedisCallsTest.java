package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.testing.RedisServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

class RedisCallsTest extends CallLogContract {

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
  void session_runsOutUnlessItGivesSignsOfLife() {
    String database = server.url("", "/3");
    OpenCall call = new OpenCall("c", "m", 1, List.of("dag"));
    try (InstructionCache cache = InstructionCaches.open(database);
        InstructionCache other = InstructionCaches.open(database);
        RedisClient admin = RedisClient.create(database)) {
      other.calls().record(begun(call), List.of());
      String session = admin.keys("dagscribe:session:1:*").iterator().next();
      assertThat(
          admin.ttl(session),
          is(allOf(greaterThan(0L), lessThanOrEqualTo(ProcessLease.PATIENCE.toSeconds()))));
      assertThat(cache.calls().inDoubt(), is(empty()));
      admin.del(session);
      assertThat(cache.calls().inDoubt(), is(List.of(call)));
      other.calls().end("c", Map.of());
      assertThat("a late answer is struck out too", cache.calls().inDoubt(), is(empty()));
    }
  }
}
