package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.Prices;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BudgetClientTest {
  /** 1,000 input and at most 1,000 output tokens at 0.10 and 0.50 a million. */
  private static final double MOST_USD = 0.0006;

  private final FakeAttempts attempts = new FakeAttempts();

  private static CallFailure failure(CompletableFuture<CallAttempt> future) {
    return ((CallOutcome.Failed) future.join().outcome()).failure();
  }

  @Test
  void cap_isNeverPassedAndNotMissedByMuch() {
    double cap = 20.5 * MOST_USD;
    BudgetClient client = new BudgetClient(attempts, new Budget(cap));
    List<CompletableFuture<CallAttempt>> futures = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      futures.add(client.attempt(FakeAttempts.call()));
    }
    assertThat(attempts.open(), is(20));
    Usage used = new Usage(1_000, 200, 0, 0);
    double spent = 0;
    while (attempts.open() > 0) {
      attempts.end(FakeAttempts.answer(used));
      spent += Prices.of("claude-haiku-5-5").orElseThrow().usd(used);
    }
    assertThat(spent, lessThanOrEqualTo(cap));
    assertThat(cap - spent, lessThanOrEqualTo(MOST_USD));
    long refused =
        futures.stream().filter(f -> f.join().outcome() instanceof CallOutcome.Failed).count();
    assertThat(refused, is(500L - attempts.started.size()));
    CallFailure last = failure(futures.get(499));
    assertThat(last.kind(), is(FailureKind.COST_CAP));
    assertThat(last.attempts(), is(0));
  }

  @Test
  void smallerShare_isKeptToo() {
    Budget budget = new Budget(20.5 * MOST_USD);
    BudgetClient client = new BudgetClient(attempts, budget);
    budget.allow(2.5 * MOST_USD);
    for (int i = 0; i < 10; i++) {
      client.attempt(FakeAttempts.call());
    }
    assertThat(attempts.open(), is(2));
    budget.allow(5.5 * MOST_USD);
    assertThat(attempts.open(), is(5));
  }

  @Test
  void failedAttempt_costsNothingUnlessItMayHaveBeenBilled() {
    BudgetClient client = new BudgetClient(attempts, new Budget(1.4 * MOST_USD));
    client.attempt(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.OVERLOADED));
    client.attempt(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    client.attempt(FakeAttempts.call());
    attempts.end(FakeAttempts.failure(FailureKind.TIMEOUT));
    CompletableFuture<CallAttempt> third = client.attempt(FakeAttempts.call());
    assertThat(failure(third).kind(), is(FailureKind.COST_CAP));
  }

  @Test
  void unknownPrice_isRefusedRatherThanFree() {
    BudgetClient client = new BudgetClient(attempts, new Budget(1));
    ModelSettings own = new ModelSettings("llama", ModelSettings.Thinking.OMIT, null, 100);
    CompletableFuture<CallAttempt> asked =
        client.attempt(
            FakeAttempts.call(
                new MessageRequest(own, "", false, "u", "", new TokenEstimate(1, 1))));
    assertThat(failure(asked).message(), containsString("price of llama is unknown"));
  }
}
