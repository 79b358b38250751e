package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dagscribe.claude.Answer;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.sdk.ScriptedServer.Reply;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.OneClient;
import dagscribe.limit.AccountLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a broken or hostile server, gateway or proxy does is a failure of the call, and no more. */
@Timeout(60)
class HostileServerTest {

  private static final MessageRequest REQUEST =
      new MessageRequest(
          Profile.SPEED.settings(), "You write.", true, "a DAG", "{}", new TokenEstimate(10, 10));

  private static MessageOutcome ask(String url, Map<String, String> variables) {
    return ask(url, variables, Duration.ofSeconds(30));
  }

  private static MessageOutcome ask(
      String url, Map<String, String> variables, Duration callTimeout) {
    ClientSettings once = new ClientSettings(url, AccountLimits.LEARNED, 1, callTimeout, 1, null);
    try (OneClient client = open(once, CallEnvironment.read(variables::get))) {
      MessageOutcome outcome = client.send(REQUEST).join();
      assertThat(client.limiterTotals().outstanding(), is(0));
      return outcome;
    }
  }

  private static OneClient open(ClientSettings settings, CallEnvironment environment) {
    AttemptClient server = SdkClaude.open(settings, environment);
    return new OneClient(server, settings, REQUEST.settings().model());
  }

  private static CallFailure failure(RawServer server) {
    return (CallFailure) ask(server.url(), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SSH-2.0-OpenSSH_9.2~ | BROKEN_ANSWER | Unexpected status line: SSH-2.0",
        "HTTP/1.1 100 Continue~~HTTP/1.1 100 Continue~~HTTP/1.1 100 Continue~~ | BROKEN_ANSWER | wrong order",
        "HTTP/1.1 200 OK~transfer-encoding: chunked~~zz~ | BROKEN_ANSWER | with a body that is no message: Expected leading",
        "HTTP/1.1 200 OK~content-length: 9~~{ | BROKEN_ANSWER | with a body that is no message: unexpected end",
        "HTTP/1.1 200 OK~content-length: 0~~ | BROKEN_ANSWER | HTTP 200 with a body that is no message",
        "HTTP/1.1 204 No Content~~ | BROKEN_ANSWER | HTTP 204",
        "HTTP/1.1 500 Oops~content-length: 0~~ | SERVER_ERROR | HTTP 500 without a readable message",
        "HTTP/1.1 307 T~location: https://u:p@elsewhere.invalid/x?k#f~content-length: 0~~ | UNREACHABLE | redirects (307) to https://elsewhere.invalid/x,",
        "HTTP/1.1 308 P~content-length: 0~~ | UNREACHABLE | redirects (308) to nowhere",
        "HTTP/1.1 413 L~content-length: 0~connection: close~~ | TOO_LARGE | HTTP 413",
      })
  void answer_isAFailureOfItsKind(String bytes, FailureKind kind, String said) throws IOException {
    try (RawServer server = RawServer.saying(bytes.replace("~", "\r\n"))) {
      CallFailure failure = failure(server);
      assertThat(failure.message(), containsString(said));
      assertThat(failure.kind(), is(kind));
      assertThat("not asked again, and nobody else", server.heads().size(), is(1));
    }
  }

  @Test
  void bodyThatNeverEnds_isATimeout() throws IOException {
    try (RawServer server =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write(' ');
                out.flush();
                Thread.onSpinWait();
              }
            })) {
      CallFailure failure = (CallFailure) ask(server.url(), Map.of(), Duration.ofMillis(200));
      assertThat(failure.message(), failure.kind(), is(FailureKind.TIMEOUT));
      assertThat("may be billed", failure.ambiguousAttempts(), is(1));
    }
  }

  @Test
  void bodyOverTheBound_isBrokenHoweverSmallItWasSent() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"id\":\"".getBytes(StandardCharsets.US_ASCII));
      gzip.write("a".repeat(BoundedBody.MAX_BYTES).getBytes(StandardCharsets.US_ASCII));
    }
    String head =
        "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: %d\r\n\r\n"
            .formatted(packed.size());
    try (RawServer server =
        new RawServer(
            out -> {
              out.write(head.getBytes(StandardCharsets.US_ASCII));
              packed.writeTo(out);
            })) {
      CallFailure failure = failure(server);
      assertThat(failure.message(), containsString("more than 8388608 bytes"));
      assertThat(failure.kind(), is(FailureKind.BROKEN_ANSWER));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"input_tokens\":100 | \"input_tokens\":-1 | input_tokens is -1",
        "\"output_tokens\":40 | \"output_tokens\":9223372036854775807 | output_tokens is 9223372036854775807",
        "\"input_tokens\":100 | \"input_tokens\":1e40 | `input_tokens` is invalid",
        "\"usage\" | \"other\" | `usage` is not set",
        "\"content\" | \"other\" | `content` is not set",
      })
  void messageThatCannotBe_isBrokenAndSaysWhy(String part, String instead, String said) {
    String body = ScriptedServer.ANSWER.replace(part, instead);
    try (ScriptedServer server = new ScriptedServer(n -> new Reply(200, Map.of(), body))) {
      CallFailure failure = (CallFailure) ask(server.url(), Map.of());
      assertThat(failure.message(), containsString(said));
      assertThat(failure.kind(), is(FailureKind.BROKEN_ANSWER));
    }
  }

  @Test
  void pageInPlaceOfAnAnswer_isQuoted() {
    String page = "<html><title>Sign in</title>\u001B[31m to go on";
    try (ScriptedServer server = new ScriptedServer(n -> new Reply(200, Map.of(), page))) {
      CallFailure failure = (CallFailure) ask(server.url(), Map.of());
      assertThat(
          failure.message(), is("HTTP 200 with a body that is no message: Sign in [31m to go on"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "anthropic-ratelimit-requests-limit | 10000000000",
        "anthropic-ratelimit-input-tokens-limit | 1e300",
        "anthropic-ratelimit-output-tokens-limit | -7",
        "anthropic-ratelimit-requests-remaining | many",
        "anthropic-ratelimit-requests-reset | 9999-12-31T23:59:59Z",
        "anthropic-ratelimit-requests-reset | +999999999-12-31T23:59:59Z",
        "date | Fri, 31 Dec 9999 23:59:59 GMT",
        "retry-after | Fri, 31 Dec 9999 23:59:59 GMT",
      })
  void absurdHeader_leavesTheAnswerAnAnswer(String name, String value) {
    Map<String, String> headers =
        Map.of(
            "anthropic-ratelimit-requests-limit", "50",
            "anthropic-ratelimit-requests-remaining", "49");
    try (ScriptedServer server =
        new ScriptedServer(n -> new Reply(200, headers, ScriptedServer.ANSWER).with(name, value))) {
      assertThat(ask(server.url(), Map.of()) instanceof Answer, is(true));
    }
  }

  @Test
  void proxy_carriesACallToAGatewayBelowAPath() {
    try (ScriptedServer proxy = new ScriptedServer(n -> Reply.ok())) {
      Map<String, String> variables =
          Map.of(
              "HTTP_PROXY", proxy.url().replace("http://", "http://me:pa@ss@"),
              "ANTHROPIC_BASE_URL", "http://gateway.invalid/gw/",
              "ANTHROPIC_AUTH_TOKEN", "token-1",
              "ANTHROPIC_CUSTOM_HEADERS", "X-Team: data");
      assertThat(ask(null, variables) instanceof Answer, is(true));
      ScriptedServer.Received received = proxy.received().get(0);
      assertThat(received.path(), is("/gw/v1/messages"));
      assertThat(received.headers().getFirst("host"), is("gateway.invalid"));
      assertThat(received.headers().getFirst("authorization"), is("Bearer token-1"));
      assertThat(received.headers().getFirst("proxy-authorization"), is("Basic bWU6cGFAc3M="));
      assertThat(received.headers().getFirst("x-team"), is("data"));
      assertThat("told at once", proxy.received().size(), is(1));
    }
  }

  @Test
  void ownServer_isAskedDirectlyWhateverProxyIsSet() {
    try (ScriptedServer server = new ScriptedServer(n -> Reply.ok())) {
      Map<String, String> variables =
          Map.of("HTTP_PROXY", "http://127.0.0.1:1", "NO_PROXY", "127.0.0.1");
      assertThat(ask(server.url(), variables) instanceof Answer, is(true));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "407 Proxy Authentication Required | UNREACHABLE | Failed to authenticate with proxy",
        "403 Forbidden | UNREACHABLE | Unexpected response code for CONNECT: 403",
        "502 Bad Gateway | CONNECTION | Unexpected response code for CONNECT: 502",
      })
  void proxyThatRefuses_isToldApartFromOneThatFails(String status, FailureKind kind, String said)
      throws IOException {
    try (RawServer proxy =
        RawServer.saying("HTTP/1.1 " + status + "\r\ncontent-length: 0\r\n\r\n")) {
      String withUser = proxy.url().replace("http://", "http://me:hush-hush@");
      CallFailure failure =
          (CallFailure)
              ask(
                  "https://gateway.invalid",
                  Map.of("HTTPS_PROXY", withUser, "ANTHROPIC_API_KEY", "sk-test-0123456789"));
      assertThat(failure.message(), containsString(said));
      assertThat(failure.kind(), is(kind));
      assertThat("nothing was sent", failure.ambiguousAttempts(), is(0));
      assertThat("told once", proxy.heads().size(), is(1));
      String head = proxy.heads().get(0);
      assertThat(head, containsString("CONNECT gateway.invalid:443"));
      assertThat(head, containsString("Proxy-Authorization: Basic bWU6aHVzaC1odXNo"));
      assertThat("the key is for the server alone", head, not(containsString("sk-test")));
    }
  }
}
