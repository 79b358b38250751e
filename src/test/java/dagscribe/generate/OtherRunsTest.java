package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.base.Throwables;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.FailureKind;
import dagscribe.source.PreparedDag;
import dagscribe.testing.process.Await;
import dagscribe.worker.Runtimes;
import dagscribe.worker.WorkerRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several generators on one cache at the same moment. */
class OtherRunsTest {

  @TempDir private Path folder;
  private String url;

  @BeforeEach
  void name() {
    url = "sqlite:" + folder.resolve("answers.sqlite");
  }

  @Test
  void runsAtOnce_payForEachQuestionOnceHoweverTheyPackAndOrderThem() {
    AnsweringServer server = new AnsweringServer();
    List<PreparedDag> dags = Chunks.of(0, 120);
    List<PreparedDag> shuffled = new ArrayList<>(dags);
    Collections.shuffle(shuffled, new Random(7));
    try (InstructionGenerator one = generator(server, 5);
        InstructionGenerator two = generator(server, 3);
        InstructionGenerator three = generator(server, 1)) {
      List<CompletableFuture<List<DagOutcome>>> runs =
          List.of(one.generate(dags), two.generate(dags), three.generate(shuffled));
      for (CompletableFuture<List<DagOutcome>> run : runs) {
        assertThat(
            run.join().stream().map(DagOutcome::result).toList(),
            everyItem(instanceOf(Result.Instruction.class)));
      }
    }
    assertThat(server.asked().size(), is(120));
    assertThat(server.asked().values(), everyItem(is(1)));
  }

  @Test
  void runThatDies_leavesItsQuestionsToTheOther() {
    ScriptedAttempts silent = new ScriptedAttempts();
    AnsweringServer server = new AnsweringServer();
    InstructionGenerator dying = generator(silent, 5);
    var unused = dying.generate(Chunks.of(0, 10));
    await(() -> silent.openCalls() == 2);
    try (InstructionGenerator other = generator(server, 5)) {
      CompletableFuture<List<DagOutcome>> outcomes = other.generate(Chunks.of(0, 15));
      await(() -> server.asked().size() == 5);
      assertThat("only what the first has not asked", outcomes.isDone(), is(false));
      dying.close();
      outcomes.join().forEach(OtherRunsTest::instruction);
    }
    assertThat(server.asked().size(), is(15));
  }

  @Test
  void callThatFailsElsewhere_isMadeHere() {
    ScriptedAttempts failing = new ScriptedAttempts();
    AnsweringServer server = new AnsweringServer();
    try (InstructionGenerator first = generator(failing, 5);
        InstructionGenerator second = generator(server, 5)) {
      CompletableFuture<List<DagOutcome>> failed = first.generate(Chunks.of(0, 1));
      await(() -> failing.openCalls() == 1);
      CompletableFuture<List<DagOutcome>> outcomes = second.generate(Chunks.of(0, 1));
      failing.fail(failing.take(0), FailureKind.INVALID_REQUEST);
      assertThat(failed.join().get(0).result(), instanceOf(Result.Failure.class));
      instruction(outcomes.join().get(0));
    }
  }

  @Test
  void stop_endsTheWaitForOthers() {
    ScriptedAttempts silent = new ScriptedAttempts();
    WorkerRegistry registry = Runtimes.registry();
    try (InstructionGenerator first = generator(silent, 5);
        InstructionGenerator second = generator(new AnsweringServer(), registry, 5)) {
      var unused = first.generate(Chunks.of(0, 5));
      await(() -> silent.openCalls() == 1);
      CompletableFuture<List<DagOutcome>> outcomes = second.generate(Chunks.of(0, 5));
      registry.drain().drain("enough");
      assertThat(outcomes.join().get(0).result(), is(new Result.Deferral("STOPPED", "enough")));
    }
  }

  @Test
  void runThatWaits_hasAskedNothingAndLeavesNothingOpen() {
    AnsweringServer server = new AnsweringServer();
    try (InstructionGenerator one = generator(server, 2);
        InstructionGenerator two = generator(server, 2)) {
      CompletableFuture<List<DagOutcome>> first = one.generate(Chunks.of(0, 20));
      CompletableFuture<List<DagOutcome>> second = two.generate(Chunks.of(0, 20));
      first.join();
      second.join();
      long sent = one.takeTotals().plus(two.takeTotals()).allPasses().calls().attempts();
      assertThat("what was not sent is not counted", sent, is(10L));
    }
    try (InstructionCache cache = InstructionCaches.open(url)) {
      assertThat(cache.calls().inDoubt(), is(empty()));
    }
  }

  @Test
  void faultInALook_isToldToWhoWaitsAndTheNextLookIsMade() {
    ScriptedAttempts failing = new ScriptedAttempts();
    InstructionCache faulty =
        FaultyCache.over(
            InstructionCaches.open(url), "askedElsewhere", new LinkageError("no such method"));
    try (InstructionGenerator first = generator(failing, 5);
        InstructionGenerator second =
            generator(faulty, new AnsweringServer(), Runtimes.registry(), 5)) {
      var unused = first.generate(Chunks.of(0, 1));
      await(() -> failing.openCalls() == 1);
      CompletableFuture<List<DagOutcome>> broken = second.generate(Chunks.of(0, 1));
      await(broken::isCompletedExceptionally);
      Throwable thrown = assertThrows(CompletionException.class, broken::join);
      assertThat(Throwables.getRootCause(thrown).getMessage(), is("no such method"));

      CompletableFuture<List<DagOutcome>> outcomes = second.generate(Chunks.of(0, 1));
      failing.fail(failing.take(0), FailureKind.INVALID_REQUEST);
      instruction(outcomes.join().get(0));
    }
  }

  private InstructionGenerator generator(AttemptClient server, int dagsPerCall) {
    return generator(server, Runtimes.registry(), dagsPerCall);
  }

  private InstructionGenerator generator(
      AttemptClient server, WorkerRegistry registry, int dagsPerCall) {
    return generator(InstructionCaches.open(url), server, registry, dagsPerCall);
  }

  private static InstructionGenerator generator(
      InstructionCache cache, AttemptClient server, WorkerRegistry registry, int dagsPerCall) {
    return Chunks.recording(server, cache, registry, dagsPerCall);
  }

  private static void await(BooleanSupplier condition) {
    Await.until(Duration.ofSeconds(20), Duration.ofMillis(5), "calls", condition);
  }

  private static void instruction(DagOutcome outcome) {
    assertThat(outcome.result(), instanceOf(Result.Instruction.class));
  }
}
