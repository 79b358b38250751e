package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.Price;
import dagscribe.claude.Prices;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Asks only while the money lasts. An attempt reserves what it may cost at most: its estimated
 * input, as a cache write if it may be one, and all the output it may have. An attempt that may
 * have been billed unseen is booked at its estimate. Thread-safe.
 */
final class BudgetClient implements AttemptClient {
  private final AttemptClient inner;
  private final Budget budget;

  BudgetClient(AttemptClient inner, double capUsd) {
    this.inner = inner;
    this.budget = new Budget(capUsd);
  }

  /** Sets how much may be spent in all, spent money included. */
  void allow(double capUsd) {
    budget.allow(capUsd);
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    Optional<Price> price = Prices.of(request.settings().model());
    if (price.isEmpty()) {
      return refused(
          "the price of " + request.settings().model() + " is unknown, so no cost cap can be kept");
    }
    double most = mostUsd(request, price.get());
    return budget
        .reserve(most)
        .thenCompose(
            isGranted ->
                isGranted
                    ? inner
                        .send(request)
                        .whenComplete(
                            (a, t) -> budget.settle(most, spentUsd(request, price.get(), a)))
                    : refused(spentMessage()));
  }

  private String spentMessage() {
    return String.format(
        Locale.ROOT, "%.4f of %.4f US dollars are spent", budget.spentUsd(), budget.capUsd());
  }

  private static CompletableFuture<Attempt> refused(String message) {
    CallFailure failure = new CallFailure(FailureKind.COST_CAP, message, 0, "", 0, 0);
    return CompletableFuture.completedFuture(Attempt.of(failure));
  }

  private static double mostUsd(MessageRequest request, Price price) {
    long input = request.estimate().inputTokens();
    boolean isWrite = request.cacheSystem();
    long output = request.settings().maxTokens();
    return price.usd(new Usage(isWrite ? 0 : input, output, isWrite ? input : 0, 0));
  }

  private static double spentUsd(MessageRequest request, Price price, @Nullable Attempt attempt) {
    if (attempt == null) {
      return 0;
    }
    if (attempt.outcome() instanceof Answer answer) {
      return price.usd(answer.usage());
    }
    boolean isAmbiguous =
        attempt.outcome() instanceof CallFailure failure && failure.ambiguousAttempts() > 0;
    TokenEstimate estimate = request.estimate();
    return isAmbiguous
        ? price.usd(new Usage(estimate.inputTokens(), estimate.outputTokens(), 0, 0))
        : 0;
  }

  @Override
  public void close() {
    inner.close();
  }
}
