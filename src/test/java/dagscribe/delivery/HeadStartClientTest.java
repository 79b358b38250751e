package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class HeadStartClientTest {

  private final FakeAttempts attempts = new FakeAttempts();
  private final StopSignal stop = new StopSignal();
  private final List<Runnable> timers = new ArrayList<>();
  private final HeadStartClient client =
      new HeadStartClient(
          attempts, stop, (delay, task) -> timers.add(task), Duration.ofMillis(400));

  private List<CompletableFuture<CallAttempt>> send(int many) {
    List<CompletableFuture<CallAttempt>> sent = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      sent.add(client.attempt(FakeAttempts.call()));
    }
    return sent;
  }

  @Test
  void firstAttempt_goesAloneUntilItHasEnded() {
    List<CompletableFuture<CallAttempt>> sent = send(16);
    assertThat(attempts.started.size(), is(1));

    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(attempts.started.size(), is(16));
    attempts.end(FakeAttempts.answer(Usage.NONE));
    assertThat(sent.get(1).isDone(), is(true));
    assertThat(sent.get(2).isDone(), is(false));
  }

  @Test
  void othersFollow_whenTheHeadStartIsOver() {
    send(16);
    timers.get(0).run();
    assertThat(attempts.started.size(), is(16));
    send(1);
    assertThat(attempts.started.size(), is(17));
    assertThat(timers.size(), is(1));
  }

  @Test
  void firstAttempt_isRepeatedWithoutWaitingForItself() {
    send(1);
    client.attemptAgain(FakeAttempts.call());
    assertThat(attempts.started.size(), is(2));
  }

  @Test
  void stop_keepsNobodyWaiting() {
    List<CompletableFuture<CallAttempt>> sent = send(3);
    stop.trip(new CallFailure(FailureKind.NOT_AUTHORISED, "no", 401, "", 1, 0));
    for (int i = 0; i < 3; i++) {
      attempts.end(FakeAttempts.failure(FailureKind.NOT_AUTHORISED));
    }
    assertThat(sent.stream().allMatch(CompletableFuture::isDone), is(true));
  }
}
