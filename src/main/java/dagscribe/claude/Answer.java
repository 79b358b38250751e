package dagscribe.claude;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A message the API answered with, whatever its stop reason; its tokens are billed.
 *
 * @param text the text blocks, joined; empty if there are none
 * @param stopReason why the model stopped
 * @param refusalCategory the category of a refusal, null if there is none
 * @param usage tokens billed
 * @param latency from sending to the whole answer, without any wait for a permit
 * @param requestId the server's id of the call, for its support; empty if it gave none
 * @param attempts calls made for this answer, 1 or more
 */
public record Answer(
    String text,
    StopReason stopReason,
    @Nullable String refusalCategory,
    Usage usage,
    Duration latency,
    String requestId,
    int attempts)
    implements MessageOutcome {

  public Answer {
    if (attempts < 1) {
      throw new IllegalArgumentException("attempts must be 1 or more: " + attempts);
    }
  }
}
