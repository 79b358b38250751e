package dagscribe.quota;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.delivery.ClientSettings;
import dagscribe.testing.RedisServer;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisException;

class RedisQuotaUrlTest {

  @Test
  void text_holdsNoPassword() {
    RedisQuotaUrl url = new RedisQuotaUrl("redis://ada:hunter2@host:1/2", "api.example:m");
    assertThat(url.toString(), is("redis://host:1/2 api.example:m"));
    String settings = ClientSettings.DEFAULTS.withQuota(url).toString();
    assertThat(settings, containsString("redis://host:1/2"));
    assertThat(settings, not(containsString("hunter2")));
  }

  @Test
  void refusal_holdsNoPassword() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new RedisQuotaUrl("redis://:hunter2@host/x", "s"));
    assertThat(refused.getMessage(), containsString("bad quota URL: the path must be the number"));
    assertThat(refused.getMessage(), not(containsString("hunter2")));
    assertThrows(
        IllegalArgumentException.class, () -> new RedisQuotaUrl("redis://host?ttlSeconds=5", "s"));
  }

  @Test
  void check_failsIfTheServerLetsNobodyIn() {
    try (RedisServer redis = RedisServer.start("--requirepass", "right")) {
      new RedisQuotaUrl(redis.url(":right@", "/"), "s").check();
      JedisException refused =
          assertThrows(
              JedisException.class,
              () -> new RedisQuotaUrl(redis.url(":hunter2@", "/"), "s").check());
      assertThat(String.valueOf(refused.getMessage()), not(containsString("hunter2")));
    }
  }
}
