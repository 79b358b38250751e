package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.StopReason;
import dagscribe.claude.TokenEstimate;
import dagscribe.claude.Usage;
import dagscribe.limit.AccountView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Attempts that a test ends one by one, in the order they were started. */
final class FakeAttempts implements CallAttempts {
  final List<CompletableFuture<CallAttempt>> started = new ArrayList<>();
  private int ended;

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    CompletableFuture<CallAttempt> future = new CompletableFuture<>();
    started.add(future);
    return future;
  }

  /** Ends the oldest open attempt. */
  void end(CallAttempt attempt) {
    started.get(ended++).complete(attempt);
  }

  int open() {
    return started.size() - ended;
  }

  static CallAttempt answer(Usage usage) {
    Answer answer =
        new Answer("text", StopReason.END_TURN, null, usage, Duration.ofSeconds(1), "req", 1);
    return CallAttempt.of(new CallOutcome.Answered(answer, Map.of()), Attempt.of(answer));
  }

  static CallAttempt failure(FailureKind kind) {
    return failure(kind, null, null);
  }

  static CallAttempt failure(FailureKind kind, Duration serverDelay, Boolean shouldRetry) {
    int ambiguous = kind == FailureKind.TIMEOUT ? 1 : 0;
    return new CallAttempt(
        new CallOutcome.Failed(new CallFailure(kind, "said so", 0, "req", 1, ambiguous)),
        AccountView.NONE,
        serverDelay,
        shouldRetry);
  }

  static CallFailure failure(CompletableFuture<CallOutcome> call) {
    return ((CallOutcome.Failed) call.join()).failure();
  }

  static Answer answer(CompletableFuture<CallOutcome> call) {
    return ((CallOutcome.Answered) call.join()).answer();
  }

  static Call call() {
    return call(request());
  }

  static Call call(MessageRequest request) {
    return new Call("some call", "some pass", null, List.of(), request);
  }

  static MessageRequest request() {
    return new MessageRequest(
        new ModelSettings("claude-haiku-5-5", ModelSettings.Thinking.DISABLED, null, 1_000),
        "system",
        false,
        "user",
        "",
        new TokenEstimate(1_000, 200));
  }
}
