package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.generate.DagOutcome;
import dagscribe.generate.Result;
import dagscribe.source.Dag;
import dagscribe.source.Origin;
import dagscribe.source.ScoredDag;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.Priority;
import dagscribe.testing.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PendingChunksTest {

  private final PendingChunks pending = new PendingChunks();
  private final List<String> out = new ArrayList<>();

  @Test
  void makeRoom_letsOutWhatIsDoneAndWaitsForNothingElse() throws InterruptedException {
    pending.add(1, 10, done("a"));
    pending.add(1, 10, new CompletableFuture<>());
    pending.makeRoom(this::take);
    assertThat(out, is(List.of("a")));
  }

  /** Else a bundle without end would hold all its DAGs in memory. */
  @Test
  void makeRoom_waitsForTheOldestWhileTooMuchIsPending() throws InterruptedException {
    CompletableFuture<List<DagOutcome>> oldest = new CompletableFuture<>();
    pending.add(1, 64 << 20, oldest);
    pending.add(1, 10, new CompletableFuture<>());
    Thread caller = Thread.currentThread();
    Thread answering =
        new Thread(
            () -> {
              while (caller.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
              }
              oldest.complete(List.of(outcome("a")));
            });
    answering.setDaemon(true);
    answering.start();
    pending.makeRoom(this::take);
    assertThat(out, is(List.of("a")));
  }

  @Test
  void drain_keepsTheOrderOfChunks() throws InterruptedException {
    CompletableFuture<List<DagOutcome>> late = new CompletableFuture<>();
    pending.add(1, 10, late);
    pending.add(1, 10, done("b"));
    late.complete(List.of(outcome("a")));
    pending.drain(this::take);
    assertThat(out, is(List.of("a", "b")));
  }

  @Test
  void drain_failsIfAnOutcomeIsMissing() {
    pending.add(2, 10, done("a"));
    Exception e = assertThrows(IllegalStateException.class, () -> pending.drain(this::take));
    assertThat(e.getMessage(), containsString("2 DAGs went in and 1 outcomes came out"));
  }

  @Test
  void drain_failsWithTheCauseOfAChunkThatFailed() {
    pending.add(1, 10, CompletableFuture.failedFuture(new IllegalStateException("disk full")));
    Exception e = assertThrows(IllegalStateException.class, () -> pending.drain(this::take));
    assertThat(e.getCause().getMessage(), is("disk full"));
  }

  private void take(DagOutcome outcome) {
    out.add(outcome.dag().dag().id());
  }

  private static CompletableFuture<List<DagOutcome>> done(String id) {
    return CompletableFuture.completedFuture(List.of(outcome(id)));
  }

  private static DagOutcome outcome(String id) {
    DagFacts facts = new Facts().build();
    Dag dag = new Dag(id, new Origin("f", 1), "x", "{}");
    ScoredDag scored = new ScoredDag(dag, facts, Priority.of(facts), "00000000");
    return DagOutcome.of(scored, new Result.Deferral("COST_CAP", "spent"));
  }
}
