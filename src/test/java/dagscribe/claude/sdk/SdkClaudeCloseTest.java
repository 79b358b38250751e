package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Answer;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.MessageOutcome;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.sdk.ScriptedServer.Reply;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.OneClient;
import dagscribe.testing.OwnThread;
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
      OneClient client = open(oneWorker(server), CallEnvironment.NONE);
      CompletableFuture<MessageOutcome> underWay = client.send(REQUEST);
      CompletableFuture<MessageOutcome> waiting = client.send(REQUEST);
      asked.await();
      CompletableFuture<Boolean> closed = OwnThread.supply(() -> close(client));
      assertThat("what waits fails at once", waiting.get(), instanceOf(CallFailure.class));
      mayAnswer.countDown();
      assertThat("the interrupt is kept", closed.get(), is(true));
      assertThat(underWay.getNow(null), instanceOf(Answer.class));
      assertThat(server.received().size(), is(1));
    }
  }

  private static OneClient open(ClientSettings settings, CallEnvironment environment) {
    AttemptClient server = SdkClaude.open(settings, environment);
    return new OneClient(server, settings, REQUEST.settings().model());
  }

  private static boolean close(OneClient client) {
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
