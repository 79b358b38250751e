package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.limit.CallLimiter;
import dagscribe.limit.LimiterSettings;
import dagscribe.limit.Ticker;
import dagscribe.prompt.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is asked that is not in the log, and nothing is seen that is not kept. */
class JournalingClientTest {

  private static final Pack PACK = new Pack("about d1", Map.of("d1", "key1"), Map.of("key1", 8), 0);
  private static final Answer ANSWER =
      new Answer("Build it.", StopReason.END_TURN, null, Usage.NONE, Duration.ZERO, "req", 1);

  private final WrittenLog log = new WrittenLog();
  private final CallMeter meter = new CallMeter(InstantSource.system());
  private final StopSignal stop = new StopSignal();
  private final CallJournal journal =
      new CallJournal(log, () -> Instant.ofEpochMilli(7), () -> "call1");
  private Attempt ended = Attempt.of(ANSWER);

  @AfterEach
  void close() {
    journal.close();
  }

  private JournalingClient client() {
    return new JournalingClient(
        new Server(), journal, (pack, answer) -> Map.of("key1", kept(answer)), meter, stop);
  }

  private Call open() {
    return journal.open("some pass", PACK, List.of("dag1"), FakeAttempts.request());
  }

  @Test
  void requestThatADecoratorReplaces_isRecordedMadeKeptAndOnlyThenSeen() {
    CallLimiter limiter = new CallLimiter(LimiterSettings.LEARNED, Ticker.system(), (d, t) -> {});
    JournalingClient journaling = client();
    CallAttempts copying = call -> journaling.attempt(call.with(another(call.request())));
    CallAttempts seeing =
        call ->
            copying
                .attempt(call)
                .whenComplete(
                    (attempt, thrown) ->
                        log.add("seen with " + limiter.totals().outstanding() + " permit out"));
    CallAttempt attempt = new ThrottlingClient(seeing, limiter, stop, null).attempt(open()).join();

    assertThat(
        log.lines(),
        contains(
            "begun call1 [key1]", "made another", "kept call1 [key1]", "seen with 1 permit out"));
    CallOutcome.Answered answered = (CallOutcome.Answered) attempt.outcome();
    assertThat(answered.kept().get("key1").instruction(), is("Build it."));
    assertThat(limiter.totals().outstanding(), is(0));
  }

  @Test
  void callThatWasNeverOpened_isNotMade() {
    Call made = new Call("call2", "some pass", PACK, List.of(), FakeAttempts.request());
    refuses(made);
  }

  @Test
  void callThatHasEnded_isNotMadeAgain() {
    Call call = open();
    journal.close(call);
    refuses(call);
  }

  @Test
  void callThatAsksOtherQuestionsThanWereOpened_isNotMade() {
    Pack other = new Pack("about d1", Map.of("d1", "key2"), Map.of("key2", 8), 0);
    Call call = open();
    refuses(new Call(call.id(), call.pass(), other, call.dags(), call.request()));
  }

  private void refuses(Call call) {
    CompletableFuture<CallAttempt> attempt = client().attempt(call);
    Throwable thrown =
        Throwables.getRootCause(assertThrows(CompletionException.class, attempt::join));
    assertThat(thrown, instanceOf(IllegalStateException.class));
    assertThat(thrown.getMessage(), is("the journal has not opened call " + call.id()));
    assertThat(log.lines(), is(empty()));
  }

  @Test
  void attemptThatFails_isStruckOutAndTheNextRecordedAnew() {
    ended = Attempt.of(new CallFailure(FailureKind.OVERLOADED, "busy", 529, "req", 1, 0));
    Call call = open();
    client().attempt(call).join();
    ended = Attempt.of(ANSWER);
    client().attempt(call).join();
    journal.close();
    assertThat(
        log.lines().stream().filter(line -> !line.startsWith("struck")).toList(),
        contains(
            "begun call1 [key1]",
            "made user",
            "begun call1 [key1]",
            "made user",
            "kept call1 [key1]"));
    assertThat(log.lines().contains("struck out call1"), is(true));
  }

  @Test
  void answerThatCannotBeKept_goesOnItsWayAndStopsTheAsking() {
    log.fail("end");
    CallAttempt attempt = client().attempt(open()).join();
    assertThat(attempt.outcome(), instanceOf(CallOutcome.Answered.class));
    assertThat(stop.cause().kind(), is(FailureKind.CACHE_FAILED));
    assertThat(stop.cause().message(), is("disk full"));
    assertThat(meter.totals().answersNotKept(), is(1L));
  }

  @Test
  void callThatCannotBeRecorded_isNotMade() {
    log.fail("record");
    CallOutcome outcome = client().attempt(open()).join().outcome();
    assertThat(
        ((CallOutcome.Failed) outcome).failure(),
        is(new CallFailure(FailureKind.CACHE_FAILED, "disk full", 0, "", 0, 0)));
    assertThat(log.lines(), is(empty()));
  }

  /** It had its permit before, and waited for the money of a call in flight. */
  @Test
  void callThatGetsItsMoneyAfterTheStop_isNotMade() {
    double forOne = 0.0007;
    Budget budget = new Budget(forOne);
    BudgetClient paying = new BudgetClient(client(), budget);
    budget.reserve(forOne).join();
    CompletableFuture<CallAttempt> waiting = paying.attempt(open());
    stop.trip(new CallFailure(FailureKind.STOPPED, "enough", 0, "", 0, 0));
    budget.settle(forOne, 0);
    assertThat(
        ((CallOutcome.Failed) waiting.join().outcome()).failure(),
        is(new CallFailure(FailureKind.STOPPED, "enough", 0, "", 0, 0)));
    assertThat(log.lines(), is(empty()));
  }

  private static MessageRequest another(MessageRequest request) {
    return new MessageRequest(
        request.settings(), request.system(), false, "another", "", request.estimate());
  }

  private static CachedInstruction kept(Answer answer) {
    return new CachedInstruction(answer.text(), "m", "v", 1, 1, 0, null, 7, null);
  }

  private final class Server implements AttemptClient {
    @Override
    public CompletableFuture<Attempt> send(MessageRequest request) {
      log.add("made " + request.user());
      return CompletableFuture.completedFuture(ended);
    }

    @Override
    public void close() {}
  }
}
