package dagscribe.claude.environment;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallEnvironmentTest {

  private static CallEnvironment read(Map<String, String> variables) {
    return CallEnvironment.read(variables::get);
  }

  private static CallEnvironment read(String name, String value) {
    return read(Map.of(name, value));
  }

  @Test
  void nothing_isNoCredentialAndNoServer() {
    CallEnvironment empty = read(Map.of(CallEnvironment.KEY, " ", CallEnvironment.BASE_URL, ""));
    assertThat(empty.hasCredentials(), is(false));
    assertThat(empty.secret(), is(nullValue()));
    assertThat(empty.baseUrl(), is(nullValue()));
    assertThat(empty.remarks(), is(empty()));
  }

  @Test
  void key_goesBeforeTokenAndThatIsSaid() {
    CallEnvironment both =
        read(Map.of(CallEnvironment.KEY, "sk-1", CallEnvironment.TOKEN, "token-1"));
    assertThat(both.secret(), is("sk-1"));
    assertThat(both.remarks().size(), is(1));
    assertThat(read(CallEnvironment.TOKEN, "token-1").secret(), is("token-1"));
  }

  @Test
  void whatAFileLeavesAroundAKey_isTakenOff() {
    assertThat(read(CallEnvironment.KEY, "\uFEFFsk-1\r\n").secret(), is("sk-1"));
  }

  @ParameterizedTest
  @CsvSource({
    "ANTHROPIC_API_KEY, 'sk-ant-a\u2019b', 'character 9 is U+2019 (RIGHT SINGLE QUOTATION MARK)'",
    "ANTHROPIC_API_KEY, 'sk-ant\nb', 'character 7 is U+000A (LINE FEED (LF))'",
    "ANTHROPIC_API_KEY, ' sk ant', 'character 4 is U+0020 (SPACE)'",
    "ANTHROPIC_API_KEY, 'sk-\ud83d\udd11ant', 'character 4 is U+1F511 (KEY)'",
    "ANTHROPIC_AUTH_TOKEN, 'sk-ant\u0000', 'character 7 is U+0000 (NULL)'",
    "ANTHROPIC_CUSTOM_HEADERS, 'A: b\nC: sk-ant\u00e9', 'line 2: character 10 is U+00E9'",
    "ANTHROPIC_CUSTOM_HEADERS, 'sk ant: b', 'line 1: what stands before the colon'",
    "ANTHROPIC_BASE_URL, 'https://u:sk-ant@h', 'must hold neither user nor password'",
    "ANTHROPIC_BASE_URL, 'h:sk-ant', 'must be an http(s) URL'",
    "ANTHROPIC_BASE_URL, 'http://h?sk-ant', 'must be an http(s) URL'",
    "ANTHROPIC_BASE_URL, 'http://h sk-ant', 'must be an http(s) URL'",
    "HTTPS_PROXY, 'ftp://u:sk-ant@h', 'a proxy is http://'",
    "https_proxy, 'http://u:sk-ant@h:99999', 'the port of the proxy'",
    "ALL_PROXY, 'http://u:sk-ant@', 'there is no host'",
    "ALL_PROXY, 'socks5://u:sk-ant@h', 'SOCKS proxy with user'",
  })
  void valueThatCannotBeUsed_isNamedByItsPlaceAndNeverShown(
      String name, String value, String said) {
    EnvironmentException refusal =
        assertThrows(EnvironmentException.class, () -> read(name, value));
    assertThat(refusal.getMessage(), stringContainsInOrder(name, said));
    assertThat(refusal.getMessage().contains("sk"), is(false));
    assertThat(refusal.getMessage(), not(stringContainsInOrder("\n")));
  }

  @Test
  void headers_areLinesOfWhichTheLastOfANameCounts() {
    CallEnvironment custom =
        read("ANTHROPIC_CUSTOM_HEADERS", "X-Team: data\r\nx-team : ml: 1\n\nnothing\n");
    assertThat(custom.headers(), is(Map.of("X-Team", "ml: 1")));
    assertThat(custom.hasCredentials(), is(false));
    assertThat(custom.remarks(), contains("ANTHROPIC_CUSTOM_HEADERS, line 4: no colon, ignored"));
  }

  @Test
  void headerThatSaysWhoCalls_isACredential() {
    CallEnvironment custom =
        read("ANTHROPIC_CUSTOM_HEADERS", "authorization: Basic c2VjcmV0OnNlY3JldA==");
    assertThat(custom.hasCredentials(), is(true));
    assertThat(custom.secrets(), contains("c2VjcmV0OnNlY3JldA=="));
  }

  @Test
  void longWordsOfAnyHeaderAndPasswordsOfProxies_areSecrets() {
    CallEnvironment environment =
        read(
            Map.of(
                "ANTHROPIC_CUSTOM_HEADERS", "X-Portal: Id hunter2hunter2, team-a\nX-Key: a b",
                "HTTPS_PROXY", "http://u:p%40ss@h:1",
                "ALL_PROXY", "http://me:other@h:2"));
    assertThat(
        environment.secrets(),
        containsInAnyOrder("hunter2hunter2", "b", "p@ss", "dTpwQHNz", "other", "bWU6b3RoZXI="));
  }

  @Test
  void proxy_followsTheSchemeAndTheMoreExactName() {
    CallEnvironment environment =
        read(
            Map.of(
                "HTTPS_PROXY", "http://upper:1",
                "https_proxy", "lower:2",
                "ALL_PROXY", "socks5://all",
                "NO_PROXY", "direct.example"));
    assertThat(through(environment, "https://a.example"), is("http://lower:2"));
    assertThat(through(environment, "http://a.example"), is("socks5://all:1080"));
    assertThat(through(environment, "https://direct.example"), is("null"));
    assertThat(through(CallEnvironment.NONE, "https://a.example"), is("null"));
  }

  private static String through(CallEnvironment environment, String url) {
    return String.valueOf(environment.proxyBefore(URI.create(url)));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h, http://h:80, , ''",
    "h:3128, http://h:3128, , ''",
    "http://u:p%40ss+w@h:1/, http://h:1, u, p@ss+w",
    "http://u:a/b@c#d@h:1, http://h:1, u, a/b@c#d",
    "HTTP://u@[::1]:8, http://[::1]:8, u, ''",
    "socks5h://10.0.0.1, socks5://10.0.0.1:1080, , ''",
  })
  void proxyUrl_isReadAsItIsMeant(String text, String shown, String user, String password) {
    ProxyServer proxy = ProxyServer.parse("HTTP_PROXY", text);
    assertThat(proxy.toString(), is(shown));
    assertThat(proxy.user(), is(user));
    assertThat(proxy.password(), is(password));
  }
}
