package dagscribe.delivery;

import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
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
import java.util.concurrent.CompletableFuture;

/** Attempts that a test ends one by one, in the order they were started. */
final class FakeAttempts implements AttemptClient {
  final List<CompletableFuture<Attempt>> started = new ArrayList<>();
  private int ended;
  boolean isClosed;

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    CompletableFuture<Attempt> future = new CompletableFuture<>();
    started.add(future);
    return future;
  }

  /** Ends the oldest open attempt. */
  void end(Attempt attempt) {
    started.get(ended++).complete(attempt);
  }

  int open() {
    return started.size() - ended;
  }

  @Override
  public void close() {
    isClosed = true;
  }

  static Attempt answer(Usage usage) {
    return Attempt.of(
        new Answer("text", StopReason.END_TURN, null, usage, Duration.ofSeconds(1), "req", 1));
  }

  static Attempt failure(FailureKind kind) {
    return failure(kind, null, null);
  }

  static Attempt failure(FailureKind kind, Duration serverDelay, Boolean shouldRetry) {
    int ambiguous = kind == FailureKind.TIMEOUT ? 1 : 0;
    return new Attempt(
        new CallFailure(kind, "said so", 0, "req", 1, ambiguous),
        AccountView.NONE,
        serverDelay,
        shouldRetry);
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
