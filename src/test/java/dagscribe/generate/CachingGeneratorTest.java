package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.source.PreparedDag;
import dagscribe.totals.RunTotals;
import dagscribe.worker.Runtimes;
import dagscribe.worker.WorkerRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CachingGeneratorTest {

  private final ScriptedAttempts server = new ScriptedAttempts();
  private final InstructionCache cache = InstructionCaches.open("memory");
  private final InstructionGenerator generator = Chunks.generator(server, cache, 5);

  @AfterEach
  void close() {
    generator.close();
  }

  @Test
  void generate_startsAllCallsOfAChunkAtOnce() {
    generator.generate(Chunks.of(0, 50));
    assertThat(server.openCalls(), is(10));
  }

  @Test
  void generate_answersFromTheCacheWithoutACall() {
    CompletableFuture<List<DagOutcome>> first = generator.generate(Chunks.of(0, 5));
    answerAll();
    CompletableFuture<List<DagOutcome>> again = generator.generate(Chunks.of(0, 5));
    assertThat(server.sent(), is(1));
    assertThat(instruction(again.join().get(0)).origin(), is(Result.Origin.CACHED));
    assertThat(instruction(first.join().get(0)).origin(), is(Result.Origin.ASKED));
  }

  @Test
  void generate_storesAnAnswerBeforeItsNeighboursAreDone() {
    generator.generate(Chunks.of(0, 10));
    ScriptedAttempts.Open call = server.take(0);
    server.answer(call, call.ids());
    generator.generate(Chunks.of(0, 5));
    assertThat("the five of the answered call are not asked again", server.sent(), is(2));
  }

  @Test
  void generate_asksAloneForWhatAnAnswerLeftOut() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 5));
    server.answer(server.take(0), List.of("d1", "d2", "d4", "d5"));
    assertThat(server.openCalls(), is(1));
    ScriptedAttempts.Open alone = server.take(0);
    assertThat(alone.ids(), is(List.of("d1")));
    server.answer(alone, alone.ids());
    outcomes.join().forEach(CachingGeneratorTest::instruction);
  }

  @Test
  void generate_aRefusedPackIsAskedAloneAndARefusedDagGoesToReview() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 2));
    server.end(server.take(0), "", StopReason.REFUSAL);
    assertThat(server.openCalls(), is(2));
    server.end(server.take(0), "", StopReason.REFUSAL);
    answerAll();
    Result.Review review = (Result.Review) outcomes.join().get(0).result();
    assertThat(review.reason(), is(Result.ReviewReason.REFUSED));
    assertThat(review.message(), is("the model declined: cyber"));
    assertThat(review.attempts(), is(2));
    instruction(outcomes.join().get(1));
  }

  @Test
  void generate_aCutPackKeepsWhatIsComplete() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 2));
    server.end(
        server.take(0),
        "{\"results\":[{\"id\":\"d1\",\"instruction\":\"Build it.\"},{\"id\":\"d2\",\"instr",
        StopReason.MAX_TOKENS);
    assertThat(server.openCalls(), is(1));
    server.end(server.take(0), "{\"results\":[{\"id", StopReason.MAX_TOKENS);
    assertThat(instruction(outcomes.join().get(0)).text(), is("Build it."));
    Result.Review review = (Result.Review) outcomes.join().get(1).result();
    assertThat(review.reason(), is(Result.ReviewReason.TRUNCATED));
  }

  @Test
  void generate_aBadNeighbourDrawsNobodyDown() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 3));
    server.fail(server.take(0), FailureKind.INVALID_REQUEST);
    assertThat(server.openCalls(), is(3));
    server.fail(server.take(0), FailureKind.INVALID_REQUEST);
    answerAll();
    assertThat(outcomes.join().get(0).result(), instanceOf(Result.Failure.class));
    instruction(outcomes.join().get(1));
    instruction(outcomes.join().get(2));
  }

  @Test
  void generate_anAnswerWithoutInstructionIsAskedAgainOnceAndThenFails() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 1));
    server.end(server.take(0), "I would rather talk.", StopReason.END_TURN);
    server.end(server.take(0), "I would rather talk.", StopReason.END_TURN);
    Result.Failure failure = (Result.Failure) outcomes.join().get(0).result();
    assertThat(failure.kind(), is("NO_INSTRUCTION"));
    assertThat(failure.attempts(), is(2));
  }

  @Test
  void generate_aStopDefersTheRestWithoutFurtherCalls() {
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(Chunks.of(0, 10));
    server.fail(server.take(0), FailureKind.SPEND_LIMIT);
    answerAll();
    CompletableFuture<List<DagOutcome>> later = generator.generate(Chunks.of(10, 20));
    assertThat(server.sent(), is(2));
    assertThat(outcomes.join().get(0).result(), instanceOf(Result.Deferral.class));
    instruction(outcomes.join().get(9));
    later
        .join()
        .forEach(outcome -> assertThat(outcome.result(), instanceOf(Result.Deferral.class)));
  }

  @Test
  void generate_equalSourcesOfAChunkAreAskedOnce() {
    List<PreparedDag> twice = List.of(Chunks.dag(1), Chunks.dag(1));
    CompletableFuture<List<DagOutcome>> outcomes = generator.generate(twice);
    ScriptedAttempts.Open call = server.take(0);
    assertThat(call.ids(), is(List.of("d1")));
    server.answer(call, call.ids());
    assertThat(instruction(outcomes.join().get(0)).origin(), is(Result.Origin.ASKED));
    assertThat(instruction(outcomes.join().get(1)).origin(), is(Result.Origin.SHARED));
  }

  @Test
  void generate_equalSourcesOfTwoChunksShareOneCall() {
    CompletableFuture<List<DagOutcome>> first = generator.generate(Chunks.of(0, 5));
    CompletableFuture<List<DagOutcome>> second = generator.generate(Chunks.of(0, 6));
    assertThat(server.openCalls(), is(2));
    answerAll();
    assertThat(instruction(first.join().get(4)).origin(), is(Result.Origin.ASKED));
    assertThat(instruction(second.join().get(4)).origin(), is(Result.Origin.SHARED));
    assertThat(instruction(second.join().get(5)).origin(), is(Result.Origin.ASKED));
  }

  @Test
  void generate_whatFailsForOneChunkFailsForWhoSharesIt() {
    CompletableFuture<List<DagOutcome>> first = generator.generate(Chunks.of(0, 1));
    CompletableFuture<List<DagOutcome>> second = generator.generate(Chunks.of(0, 1));
    server.fail(server.take(0), FailureKind.INVALID_REQUEST);
    assertThat(first.join().get(0).result(), instanceOf(Result.Failure.class));
    assertThat(second.join().get(0).result(), instanceOf(Result.Failure.class));
    assertThat(server.sent(), is(1));
  }

  @Test
  void drain_defersWhatIsNotAskedAndKeepsWhatIsInFlight() {
    WorkerRegistry registry = Runtimes.registry();
    try (InstructionGenerator draining =
        Chunks.generator(server, InstructionCaches.open("memory"), registry, 5)) {
      CompletableFuture<List<DagOutcome>> inFlight = draining.generate(Chunks.of(0, 5));
      registry.drain().drain("enough");
      CompletableFuture<List<DagOutcome>> later = draining.generate(Chunks.of(5, 10));
      answerAll();
      assertThat(server.sent(), is(1));
      instruction(inFlight.join().get(0));
      assertThat(later.join().get(0).result(), is(new Result.Deferral("STOPPED", "enough")));
    }
  }

  @Test
  void takeTotals_tellsOfEveryCallOnce() {
    generator.generate(Chunks.of(0, 5));
    answerAll();
    assertThat(generator.takeTotals().allPasses().calls().attempts(), is(1L));
    assertThat(generator.takeTotals(), is(RunTotals.NONE));
  }

  /** Chunks come, calls end in any order and in every way: in = out, and no permit is lost. */
  @Test
  void generate_underRandomEndsGivesOneOutcomeForEachDag() {
    for (long seed = 0; seed < 60; seed++) {
      randomRun(new Random(seed));
    }
  }

  private static void randomRun(Random random) {
    ScriptedAttempts server = new ScriptedAttempts();
    WorkerRegistry registry = Runtimes.registry();
    InstructionCache cache = InstructionCaches.open("memory");
    try (InstructionGenerator generator =
        Chunks.generator(server, cache, registry, 1 + random.nextInt(6))) {
      List<CompletableFuture<List<DagOutcome>>> chunks = new ArrayList<>();
      List<List<PreparedDag>> sent = new ArrayList<>();
      int chunksToCome = 1 + random.nextInt(5);
      while (sent.size() < chunksToCome || server.openCalls() > 0) {
        if (sent.size() < chunksToCome && (server.openCalls() == 0 || random.nextInt(4) == 0)) {
          int from = random.nextInt(40);
          sent.add(Chunks.of(from, from + random.nextInt(30)));
          chunks.add(generator.generate(sent.get(sent.size() - 1)));
        } else {
          endOne(server, server.take(random.nextInt(server.openCalls())), random);
        }
      }
      for (int i = 0; i < chunks.size(); i++) {
        List<DagOutcome> outcomes = chunks.get(i).join();
        assertThat(
            outcomes.stream().map(DagOutcome::dag).toList(),
            is(sent.get(i).stream().map(PreparedDag::scored).toList()));
      }
      GeneratorSnapshot now = registry.generators().generators();
      assertThat(now.limiter().outstanding(), is(0));
      assertThat(now.calls().inFlight(), is(0));
      assertThat(now.calls().attempts(), is((long) server.sent()));
      assertThat(now.calls().usage().outputTokens(), is(server.billedOutputTokens()));
    }
  }

  private static void endOne(ScriptedAttempts server, ScriptedAttempts.Open call, Random random) {
    switch (random.nextInt(9)) {
      case 0 -> server.end(call, "", StopReason.REFUSAL);
      case 1 -> server.end(call, "{\"results\":[{\"id\":\"d1\",\"ins", StopReason.MAX_TOKENS);
      case 2 -> server.end(call, "nonsense", StopReason.END_TURN);
      case 3 -> server.fail(call, FailureKind.SERVER_ERROR);
      case 4 -> server.fail(call, FailureKind.INVALID_REQUEST);
      case 5 -> server.answer(call, call.ids().subList(0, call.ids().size() / 2));
      case 6 -> server.answer(call, List.of("d1", "d1", "d99"));
      default -> server.answer(call, call.ids());
    }
  }

  private void answerAll() {
    while (server.openCalls() > 0) {
      ScriptedAttempts.Open call = server.take(0);
      server.answer(call, call.ids());
    }
  }

  private static Result.Instruction instruction(DagOutcome outcome) {
    assertThat(outcome.result(), instanceOf(Result.Instruction.class));
    return (Result.Instruction) outcome.result();
  }
}
