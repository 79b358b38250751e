package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.sdk.ScriptedServer.Reply;
import dagscribe.delivery.ClaudeClient;
import dagscribe.delivery.ClientSettings;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SdkClaudeCloseTest {

  private static final MessageRequest REQUEST =
      new MessageRequest(
          Profile.SPEED.settings(), "You write.", true, "a DAG", "{}", new TokenEstimate(10, 10));

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch mayAnswer = new CountDownLatch(1);

  @Test
  void close_waitsForTheAnswerUnderWayEvenIfInterrupted() throws Exception {
    try (ScriptedServer server = new ScriptedServer(this::answerLate)) {
      ClaudeClient client = SdkClaude.open(oneWorker(server), CallEnvironment.NONE);
      CompletableFuture<MessageOutcome> underWay = client.send(REQUEST);
      CompletableFuture<MessageOutcome> waiting = client.send(REQUEST);
      asked.await();
      CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> close(client));
      assertThat("what waits fails at once", waiting.get(), instanceOf(CallFailure.class));
      mayAnswer.countDown();
      assertThat("the interrupt is kept", closed.get(), is(true));
      assertThat(underWay.getNow(null), instanceOf(Answer.class));
      assertThat(server.received().size(), is(1));
    }
  }

  private static boolean close(ClaudeClient client) {
    Thread.currentThread().interrupt();
    client.close();
    return Thread.interrupted();
  }

  private Reply answerLate(int number) {
    asked.countDown();
    try {
      mayAnswer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.ok();
  }

  private static ClientSettings oneWorker(ScriptedServer server) {
    return ClientSettings.DEFAULTS.withBaseUrl(server.url()).withWorkers(1);
  }
}
