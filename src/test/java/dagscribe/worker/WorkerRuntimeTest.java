package dagscribe.worker;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.Profile;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.ClientSettings;
import dagscribe.delivery.ImmediateWriter;
import dagscribe.generate.Chunks;
import dagscribe.generate.DagOutcome;
import dagscribe.generate.InstructionGenerator;
import dagscribe.generate.Pass;
import dagscribe.generate.Result;
import dagscribe.generate.ScriptedAttempts;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generators of one job share, and those of two jobs do not. */
class WorkerRuntimeTest {

  private static final Pass ONE = Pass.first(Profile.SPEED.settings(), 6_000, 1);

  private final ScriptedAttempts server = new ScriptedAttempts();
  private final WorkerRegistry registry = new WorkerRegistry();

  private WorkerRuntime runtime(ClientSettings client, Pass other) {
    JobSettings job = new JobSettings("job", client, "not used", 1, List.of(ONE, other));
    InstructionCache cache = InstructionCaches.open("memory");
    CallResources calls = new CallResources(server, ImmediateWriter.journal(cache.calls()), client);
    return Runtimes.open(job, cache, calls, registry);
  }

  private static Pass other(Profile profile) {
    return new Pass("another", profile.settings(), 6_000, 1);
  }

  /** Of one model, which share a limiter, and of two, which do not. */
  @ParameterizedTest
  @EnumSource(names = {"SPEED", "QUALITY"})
  void generators_shareTheCallsInFlight(Profile profile) {
    Pass other = other(profile);
    try (WorkerRuntime runtime = runtime(Chunks.ONE_TRY.withWorkers(7), other)) {
      var first = runtime.generator(ONE.name()).generate(Chunks.of(0, 30));
      var second = runtime.generator(other.name()).generate(Chunks.of(0, 30));
      for (int answered = 0; server.openCalls() > 0; answered++) {
        assertThat(server.openCalls(), answered < 50 ? is(7) : lessThanOrEqualTo(7));
        answer(server.take(0));
      }
      assertThat(instructions(first) + instructions(second), is(60L));
    }
  }

  /** Enough for all that one asks, and not for what both ask. */
  @Test
  void generators_spendTheMoneyOnce() {
    double capUsd = 0.01;
    Pass other = other(Profile.SPEED);
    try (WorkerRuntime runtime = runtime(Chunks.ONE_TRY.withMaxCostUsd(capUsd), other)) {
      var first = runtime.generator(ONE.name()).generate(Chunks.of(0, 600));
      var second = runtime.generator(other.name()).generate(Chunks.of(0, 600));
      while (server.openCalls() > 0) {
        answer(server.take(0));
      }
      double spentUsd = registry.generators().generators().calls().nanoUsd() / 1e9;
      assertThat(spentUsd, lessThanOrEqualTo(capUsd));
      assertThat("to the last call that may fit", spentUsd, greaterThan(capUsd * 0.8));
      long warmUps = 2;
      assertThat(instructions(first) + instructions(second), is(server.sent() - warmUps));
      Result last = second.join().get(599).result();
      assertThat(((Result.Deferral) last).kind(), is(FailureKind.COST_CAP.name()));
    }
  }

  @Test
  void jobs_shareNothing() {
    JobSettings one = new JobSettings("one", Chunks.ONE_TRY, "memory", 1, List.of(ONE));
    JobSettings two = new JobSettings("two", Chunks.ONE_TRY, "memory", 1, List.of(ONE));
    try (var first = registry.lease(one);
        var again = registry.lease(one);
        var second = registry.lease(two)) {
      assertThat(again.resource(), sameInstance(first.resource()));
      assertThat(second.resource(), not(sameInstance(first.resource())));
    }
  }

  @Test
  void drain_endsTheAskingOfAllGenerators() {
    Pass other = other(Profile.QUALITY);
    try (WorkerRuntime runtime = runtime(Chunks.ONE_TRY, other)) {
      InstructionGenerator first = runtime.generator(ONE.name());
      InstructionGenerator second = runtime.generator(other.name());
      registry.drain().drain("enough");
      for (InstructionGenerator each : List.of(first, second)) {
        Result result = each.generate(Chunks.of(0, 1)).join().get(0).result();
        assertThat(result, is(new Result.Deferral("STOPPED", "enough")));
      }
    }
  }

  @Test
  void drain_waitsForTheCallsOfARuntimeThatCloses() {
    AtomicBoolean wasIdle = new AtomicBoolean(true);
    AttemptClient closing =
        new AttemptClient() {
          @Override
          public CompletableFuture<Attempt> send(MessageRequest request) {
            return server.send(request);
          }

          @Override
          public void close() {
            wasIdle.set(registry.drain().isIdle());
            answer(server.take(0));
          }
        };
    JobSettings job = new JobSettings("job", Chunks.ONE_TRY, "not used", 1, List.of(ONE));
    InstructionCache cache = InstructionCaches.open("memory");
    CallJournal journal = ImmediateWriter.journal(cache.calls());
    try (WorkerRuntime runtime =
        Runtimes.open(job, cache, new CallResources(closing, journal, Chunks.ONE_TRY), registry)) {
      runtime.generator(ONE.name()).generate(Chunks.of(0, 1));
    }
    assertThat(wasIdle.get(), is(false));
    assertThat(registry.drain().isIdle(), is(true));
  }

  private void answer(ScriptedAttempts.Open call) {
    server.answer(call, call.ids());
  }

  private static long instructions(CompletableFuture<List<DagOutcome>> outcomes) {
    return outcomes.join().stream()
        .filter(outcome -> outcome.result() instanceof Result.Instruction)
        .count();
  }
}
