package dagscribe.redis;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
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

  @Test
  void environment_givesUserAndPasswordToAUrlWithoutOne() {
    Map<String, String> environment =
        Map.of(RedisUrl.PASSWORD_VARIABLE, "hunter2", RedisUrl.USER_VARIABLE, "dagscribe");
    RedisUrl named = RedisUrl.parse("redis://host/1").withCredentials(environment::get);
    assertThat(named.password(), is("hunter2"));
    assertThat(named.user(), is("dagscribe"));
    assertThat(named.toString(), is("redis://host:6379/1"));
    RedisUrl own = RedisUrl.parse("redis://:own@host");
    assertThat(own.withCredentials(environment::get), is(own));
    RedisUrl none = RedisUrl.parse("redis://host");
    assertThat(none.withCredentials(Map.<String, String>of()::get), is(none));
  }
}
