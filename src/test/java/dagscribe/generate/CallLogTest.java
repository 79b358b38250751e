package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.cache.OpenCall;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.testing.process.Await;
import dagscribe.totals.CallInDoubt;
import dagscribe.totals.RunTotals;
import dagscribe.worker.Runtimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call is in the log before the server sees it, and out of it when it has ended. */
class CallLogTest {

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void name() {
    url = "sqlite:" + folder.resolve("answers.sqlite");
  }

  @Test
  void callThatNeverEnds_isInDoubtForTheNextAndNamedWithItsDags() throws Exception {
    Spy spy = new Spy();
    InstructionGenerator dying = generator(spy);
    var unused = dying.generate(Chunks.of(0, 3));
    MessageRequest request = spy.sent.get();
    dying.close();
    assertThat(request.user().isEmpty(), is(false));

    try (InstructionGenerator next = generator(new Spy())) {
      RunTotals totals = next.takeTotals();
      List<String> named = totals.inDoubt().stream().map(CallInDoubt::call).toList();
      assertThat(named, is(List.of(inDoubt().get(0).id())));
      assertThat(inDoubt().get(0).dags(), is(List.of("id0", "id1", "id2")));
      assertThat("once", next.takeTotals(), is(RunTotals.NONE));
    }
  }

  @Test
  void callThatFails_isStruckOut() {
    try (InstructionGenerator generator = generator(new Refusing())) {
      List<DagOutcome> outcomes = generator.generate(Chunks.of(0, 2)).join();
      assertThat(outcomes.get(0).result(), instanceOf(Result.Failure.class));
    }
    assertThat(inDoubt(), is(empty()));
  }

  @Test
  void callThatIsAnswered_isStruckOut() throws Exception {
    ScriptedAttempts server = new ScriptedAttempts();
    Spy spy = new Spy(server);
    try (InstructionGenerator generator = generator(spy)) {
      CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 2));
      spy.sent.get();
      server.answer(server.take(0), List.of("d1", "d2"));
      outcomes.join();
    }
    assertThat(inDoubt(), is(empty()));
  }

  @Test
  void faultInTheLog_isToldToWhoWaitsAndTheNextCallIsRecorded() {
    InstructionCache faulty =
        FaultyCache.over(
            InstructionCaches.open(url), "record", new IllegalStateException("out of order"));
    try (InstructionGenerator generator = generator(faulty, new AnsweringServer())) {
      CompletableFuture<List<DagOutcome>> broken = generator.generate(Chunks.of(0, 1));
      Await.until(
          Duration.ofSeconds(20), Duration.ofMillis(5), "end", broken::isCompletedExceptionally);
      Throwable thrown = assertThrows(CompletionException.class, broken::join);
      assertThat(Throwables.getRootCause(thrown).getMessage(), is("out of order"));

      DagOutcome outcome = generator.generate(Chunks.of(1, 2)).join().get(0);
      assertThat(outcome.result(), instanceOf(Result.Instruction.class));
    }
  }

  private List<OpenCall> inDoubt() {
    try (InstructionCache cache = InstructionCaches.open(url)) {
      return cache.calls().inDoubt();
    }
  }

  private InstructionGenerator generator(AttemptClient server) {
    return generator(InstructionCaches.open(url), server);
  }

  private static InstructionGenerator generator(InstructionCache cache, AttemptClient server) {
    return Chunks.recording(server, cache, Runtimes.registry(), 5);
  }

  /** Lets a test wait for the first call. */
  private static final class Spy implements AttemptClient {

    private final CompletableFuture<MessageRequest> sent = new CompletableFuture<>();
    private final AttemptClient server;

    Spy() {
      this(new ScriptedAttempts());
    }

    Spy(AttemptClient server) {
      this.server = server;
    }

    @Override
    public CompletableFuture<Attempt> send(MessageRequest request) {
      CompletableFuture<Attempt> answer = server.send(request);
      sent.complete(request);
      return answer;
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** Refuses every call. */
  private static final class Refusing implements AttemptClient {

    @Override
    public CompletableFuture<Attempt> send(MessageRequest request) {
      CallFailure failure = new CallFailure(FailureKind.INVALID_REQUEST, "no", 400, "", 1, 0);
      return CompletableFuture.completedFuture(Attempt.of(failure));
    }

    @Override
    public void close() {}
  }
}
