package dagscribe.sim;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ConcurrencyTest {

  private static SimulatedServer start(Duration latency) throws Exception {
    SimSettings settings =
        SimSettings.DEFAULTS.withLimits(SimLimits.NONE).withLatency(Latency.fixed(latency));
    return SimulatedServer.start(settings, StubFacts::read);
  }

  private static List<CompletableFuture<HttpResponse<String>>> ask(
      SimulatedServer server, int calls) {
    SimClient client = new SimClient(server);
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      answers.add(client.messagesLater(Requests.structured(Requests.source(i))));
    }
    return answers;
  }

  private static long threadsOf(SimulatedServer server) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("simulated-api"))
        .filter(thread -> thread.getName().contains("-" + server.port() + "-"))
        .count();
  }

  @Test
  void calls_heldAtOnce_areAllAnswered() throws Exception {
    try (SimulatedServer server = start(Duration.ofMillis(500))) {
      for (var answer : ask(server, 500)) {
        assertThat(answer.join().statusCode(), is(200));
      }

      SimStats stats = server.stats();
      assertThat(stats.maxInFlight(), is(greaterThan(threadsOf(server))));
      assertThat(stats.inFlight(), is(0L));
      assertThat(stats.billedCalls(), is(500L));
      assertThat(stats.dagsBilled(), is(500L));
      assertThat(stats.dagsBilledAgain(), is(0L));
      assertThat(stats.undelivered(), is(0L));
    }
  }

  @Test
  void calls_held_costNoThreads_andEndWhenTheServerCloses() throws Exception {
    SimulatedServer server = start(Duration.ofHours(1));
    var answers = ask(server, 1_000);
    while (server.stats().inFlight() < 1_000) {
      Thread.onSpinWait();
    }
    assertThat(server.stats().maxInFlight(), is(1_000L));
    assertThat(threadsOf(server), is(lessThanOrEqualTo(17L)));
    server.close();

    answers.forEach(answer -> assertThrows(CompletionException.class, answer::join));
  }
}
