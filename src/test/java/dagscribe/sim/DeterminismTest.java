package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeterminismTest {

  private static final Faults FAULTS = Faults.parse("500:0.2,refusal:0.1,missing:0.1");

  private static SimSettings settings(long seed) {
    return SimSettings.DEFAULTS.withFaults(FAULTS).withSeed(seed);
  }

  /** Asks 60 calls, each twice, and gives what came back by call. */
  private static Map<Integer, String> outcomes(long seed, boolean reversed) throws Exception {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      order.add(i);
    }
    if (reversed) {
      Collections.reverse(order);
    }
    Map<Integer, String> outcomes = new TreeMap<>();
    try (SimulatedServer server = SimulatedServer.start(settings(seed), StubFacts::read)) {
      SimClient client = new SimClient(server);
      for (int attempt = 1; attempt <= 2; attempt++) {
        Map<Integer, CompletableFuture<HttpResponse<String>>> open = new TreeMap<>();
        order.forEach(i -> open.put(i, client.messagesLater(call(i))));
        open.forEach((i, answer) -> outcomes.merge(i, outcome(answer.join()), String::concat));
      }
    }
    return outcomes;
  }

  private static ObjectNode call(int number) {
    ObjectNode body = Requests.structured(Requests.source(number));
    body.remove("thinking");
    return body.put("max_tokens", 100_000);
  }

  private static String outcome(HttpResponse<String> response) {
    ObjectNode body = (ObjectNode) SimClient.json(response);
    body.remove(List.of("id", "request_id"));
    return body.toString();
  }

  @Test
  void answersAndFaults_dependOnSeedAndCalls_notOnTheirOrder() throws Exception {
    Map<Integer, String> first = outcomes(1, false);

    assertThat(outcomes(1, true), is(first));
    assertThat(outcomes(2, false), is(not(first)));
  }
}
