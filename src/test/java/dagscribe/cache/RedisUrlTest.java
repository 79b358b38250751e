package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RedisUrlTest {

  @Test
  void everything_isRead() {
    assertThat(
        RedisUrl.parse("rediss://ada:p%40ss+word%3A@cache.example:6380/3?ttlSeconds=60"),
        is(new RedisUrl(true, "cache.example", 6380, "ada", "p@ss+word:", 3, OptionalLong.of(60))));
  }

  @Test
  void hostAlone_hasDefaults() {
    RedisUrl expected = new RedisUrl(false, "localhost", 6379, null, null, 0, OptionalLong.empty());

    assertThat(RedisUrl.parse("redis://localhost"), is(expected));
    assertThat(RedisUrl.parse("redis://localhost/"), is(expected));
    assertThat(RedisUrl.parse("redis://:@localhost"), is(expected));
  }

  @Test
  void passwordAlone_isForTheDefaultUser() {
    RedisUrl url = RedisUrl.parse("redis://:s:cret@127.0.0.1:7000");

    assertThat(url.user() == null, is(true));
    assertThat(url.password(), is("s:cret"));
  }

  @Test
  void addressOfVersionSix_losesItsBrackets() {
    assertThat(RedisUrl.parse("redis://[::1]:7000").host(), is("::1"));
  }

  @Test
  void text_holdsNoCredentials() {
    assertThat(
        RedisUrl.parse("rediss://ada:hunter2@host:1/2?ttlSeconds=9").toString(),
        is("rediss://host:1/2"));
  }
}
