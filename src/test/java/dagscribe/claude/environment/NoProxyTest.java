package dagscribe.claude.environment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

  @ParameterizedTest
  @CsvSource({
    "'', http://a.example, false",
    "*, http://a.example, true",
    "'b.example, *', http://a.example, true",
    "a.example, http://a.example, true",
    "A.Example, https://www.a.EXAMPLE/x, true",
    "a.example, http://nota.example, false",
    ".a.example, http://www.a.example, true",
    ".a.example, http://a.example, false",
    "*.a.example, http://www.a.example, true",
    "a.example:8080, http://a.example:8080, true",
    "a.example:8080, http://a.example, false",
    "a.example:443, https://a.example, true",
    "http://a.example, https://a.example, false",
    "https://a.example, https://a.example, true",
    "localhost, http://localhost:1, true",
    "localhost, http://sub.localhost, false",
    "127.0.0.1, http://127.0.0.1:9, true",
    "127.0.0.1, http://127.0.0.11, false",
    "127.0.0.1:8, http://127.0.0.1:9, false",
    "10.0.0.0/8, http://10.200.3.4, true",
    "10.0.0.0/8, http://11.0.0.1, false",
    "192.168.1.0/25, http://192.168.1.128, false",
    "10.0.0.0/8, http://ten.example, false",
    "::1, 'http://[::1]:8', true",
    "[::1]:8, 'http://[0:0:0:0:0:0:0:1]:8', true",
    "fd00::/8, 'http://[fd12::1]', true",
    "fd00::/8, http://10.0.0.1, false",
    "10.0.0.0/999, http://10.0.0.0, true",
    "//, http://a.example, false",
  })
  void entry_coversHosts(String text, URI url, boolean covers) {
    assertThat(NoProxy.parse(text).covers(url), is(covers));
  }
}
