package dagscribe.delivery;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.prompt.Pack;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Makes no attempt that is not recorded first, or that asks what another run is asking, and has an
 * answer kept before anybody sees it. Thread-safe.
 *
 * <p>It stands nearest to the server. So a call that waits for its permit is not taken for one that
 * was made, and the permit of an answer is given back when the answer is durable: never are more
 * calls in doubt than there are permits.
 */
final class JournalingClient implements CallAttempts {

  private final AttemptClient server;
  private final CallJournal journal;
  private final AnswerReader reader;
  private final CallMeter meter;
  private final StopSignal stop;

  /**
   * @param stop nothing is asked once it has tripped; it trips when an answer could not be kept, as
   *     what is paid for would be lost
   */
  JournalingClient(
      AttemptClient server,
      CallJournal journal,
      AnswerReader reader,
      CallMeter meter,
      StopSignal stop) {
    this.server = server;
    this.journal = journal;
    this.reader = reader;
    this.meter = meter;
    this.stop = stop;
  }

  @Override
  public CompletableFuture<CallAttempt> attempt(Call call) {
    CallFailure stopped = stop.cause();
    if (stopped != null) {
      // It has waited for money since it had its permit.
      return CompletableFuture.completedFuture(CallAttempt.failed(stopped));
    }
    return journal
        .record(call)
        .handle(JournalingClient::refusal)
        .thenCompose(
            refusal ->
                refusal.map(CompletableFuture::completedFuture).orElseGet(() -> recorded(call)));
  }

  /** Why an attempt must not be made; empty if it is recorded. */
  private static Optional<CallAttempt> refusal(
      @Nullable Set<String> taken, @Nullable Throwable thrown) {
    if (taken == null) {
      return Optional.of(notRecorded(thrown));
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(askedElsewhere(taken));
  }

  private static CallAttempt askedElsewhere(Set<String> taken) {
    CallFailure failure =
        new CallFailure(FailureKind.ASKED_ELSEWHERE, "another run is asking the same", 0, "", 0, 0);
    return CallAttempt.failed(new CallOutcome.Failed(failure, taken));
  }

  private static CallAttempt notRecorded(@Nullable Throwable thrown) {
    if (thrown != null) {
      for (Throwable link : Throwables.getCausalChain(thrown)) {
        if (link instanceof CacheException e) {
          return CallAttempt.failed(cacheFailed(e));
        }
      }
    }
    throw new IllegalStateException("a call could not be recorded", thrown);
  }

  private CompletableFuture<CallAttempt> recorded(Call call) {
    return server
        .send(call.request())
        .thenApply(attempt -> CallAttempt.of(outcome(call, attempt), attempt));
  }

  private CallOutcome outcome(Call call, Attempt attempt) {
    if (attempt.outcome() instanceof Answer answer) {
      return new CallOutcome.Answered(answer, keep(call, answer));
    }
    journal.strikeOut(call);
    return new CallOutcome.Failed((CallFailure) attempt.outcome());
  }

  /** If the cache fails, the answers are in hand all the same and go on their way. */
  private Map<String, CachedInstruction> keep(Call call, Answer answer) {
    Pack pack = call.pack();
    Map<String, CachedInstruction> answers = pack == null ? Map.of() : reader.read(pack, answer);
    try {
      journal.keep(call, answers);
    } catch (CacheException e) {
      meter.notKept(answers.size());
      stop.trip(cacheFailed(e));
    }
    return answers;
  }

  private static CallFailure cacheFailed(CacheException e) {
    return new CallFailure(FailureKind.CACHE_FAILED, String.valueOf(e.getMessage()), 0, "", 0, 0);
  }
}
