package dagscribe.generate;

import com.google.common.base.Throwables;
import dagscribe.cache.CacheException;
import dagscribe.claude.Answer;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Makes no attempt that is not recorded first, or that asks what another run is asking, and has an
 * answer kept before anybody sees it. Thread-safe.
 *
 * <p>It stands nearest to the server. So a call that waits for its permit is not taken for one that
 * was made, and the permit of an answer is given back when the answer is durable: never are more
 * calls in doubt than there are permits.
 */
public final class RecordingClient implements AttemptClient {

  private static final Attempt ELSEWHERE =
      Attempt.of(
          new CallFailure(
              FailureKind.ASKED_ELSEWHERE, "another run is asking the same", 0, "", 0, 0));

  private final AttemptClient inner;
  private final CallRecorder recorder;

  public RecordingClient(AttemptClient inner, CallRecorder recorder) {
    this.inner = inner;
    this.recorder = recorder;
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    return recorder
        .begin(request)
        .thenApply(recorded -> recorded ? Optional.<Attempt>empty() : Optional.of(ELSEWHERE))
        .exceptionally(thrown -> Optional.of(notRecorded(thrown)))
        .thenCompose(
            failed ->
                failed.map(CompletableFuture::completedFuture).orElseGet(() -> attempt(request)));
  }

  private CompletableFuture<Attempt> attempt(MessageRequest request) {
    return inner
        .send(request)
        .thenApply(
            attempt -> {
              ended(request, attempt);
              return attempt;
            });
  }

  private void ended(MessageRequest request, Attempt attempt) {
    if (attempt.outcome() instanceof Answer answer) {
      recorder.answered(request, answer);
    } else {
      recorder.failed(request);
    }
  }

  private static Attempt notRecorded(Throwable thrown) {
    for (Throwable link : Throwables.getCausalChain(thrown)) {
      if (link instanceof CacheException) {
        String message = String.valueOf(link.getMessage());
        return Attempt.of(new CallFailure(FailureKind.CACHE_FAILED, message, 0, "", 0, 0));
      }
    }
    throw new IllegalStateException("a call could not be recorded", thrown);
  }

  @Override
  public void close() {
    inner.close();
  }
}
