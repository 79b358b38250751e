package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  private static HttpResponse<String> ask(SimulatedServer server, String name, String value)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/v1/messages"))
            .header("anthropic-version", "2026-10-21")
            .header(name, value)
            .POST(HttpRequest.BodyPublishers.ofString(Requests.plain("Hello").toString()));
    return new SimClient(server).send(request);
  }

  @ParameterizedTest
  @CsvSource({
    "authorization,Bearer right,200,200",
    "authorization,bearer wrong,200,401",
    "authorization,Basic right,401,401",
    "authorization,Bearer ,401,401",
    "x-api-key,right,200,200",
    "x-api-key,wrong,200,401",
    "x-other,right,401,401"
  })
  void key_isLetIn(String header, String value, int whereAnyIs, int whereOneIs) throws Exception {
    SimSettings one = SimSettings.DEFAULTS.withAcceptedKey("right");
    try (SimulatedServer any = SimulatedServer.start(SimSettings.DEFAULTS, StubFacts::read);
        SimulatedServer strict = SimulatedServer.start(one, StubFacts::read)) {
      assertThat(ask(any, header, value).statusCode(), is(whereAnyIs));
      assertThat(ask(strict, header, value).statusCode(), is(whereOneIs));
    }
  }

  @Test
  void key_thatIsWrong_isAnAuthenticationError() throws Exception {
    SimSettings one = SimSettings.DEFAULTS.withAcceptedKey("right");
    try (SimulatedServer server = SimulatedServer.start(one, StubFacts::read)) {
      HttpResponse<String> response = new SimClient(server).messages(Requests.plain("Hello"));

      assertThat(response.statusCode(), is(401));
      assertThat(
          SimClient.json(response).path("error").path("type").asText(), is("authentication_error"));
    }
  }
}
