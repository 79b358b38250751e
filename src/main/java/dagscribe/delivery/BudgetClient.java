package dagscribe.delivery;

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
final class BudgetClient implements CallAttempts {
  private final CallAttempts inner;
  private final Budget budget;

  BudgetClient(CallAttempts inner, Budget budget) {
    this.inner = inner;
    this.budget = budget;
  }

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    MessageRequest request = call.request();
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
                        .attempt(call)
                        .whenComplete(
                            (a, t) -> budget.settle(most, spentUsd(request, price.get(), a)))
                    : refused(spentMessage()));
  }

  private String spentMessage() {
    return String.format(
        Locale.ROOT, "%.4f of %.4f US dollars are spent", budget.spentUsd(), budget.capUsd());
  }

  private static CompletableFuture<CallAttempt> refused(String message) {
    CallFailure failure = new CallFailure(FailureKind.COST_CAP, message, 0, "", 0, 0);
    return CompletableFuture.completedFuture(CallAttempt.failed(failure));
  }

  private static double mostUsd(MessageRequest request, Price price) {
    long input = request.estimate().inputTokens();
    boolean isWrite = request.cacheSystem();
    long output = request.settings().maxTokens();
    return price.usd(new Usage(isWrite ? 0 : input, output, isWrite ? input : 0, 0));
  }

  private static double spentUsd(
      MessageRequest request, Price price, @Nullable CallAttempt attempt) {
    if (attempt == null) {
      return 0;
    }
    if (attempt.outcome() instanceof CallOutcome.Answered answered) {
      return price.usd(answered.answer().usage());
    }
    boolean isAmbiguous =
        attempt.outcome() instanceof CallOutcome.Failed failed
            && failed.failure().ambiguousAttempts() > 0;
    TokenEstimate estimate = request.estimate();
    return isAmbiguous
        ? price.usd(new Usage(estimate.inputTokens(), estimate.outputTokens(), 0, 0))
        : 0;
  }
}
