package dagscribe.delivery;

import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import java.util.Map;
import java.util.Set;

/** How a call ended, or one attempt at it. */
public sealed interface CallOutcome {

  /**
   * The server answered.
   *
   * @param answer the message
   * @param kept what it brought, by the key of the question: durable, unless the cache failed,
   *     which stops the run
   */
  record Answered(Answer answer, Map<String, CachedInstruction> kept) implements CallOutcome {

    public Answered {
      kept = Map.copyOf(kept);
    }
  }

  /**
   * It brought no message.
   *
   * @param failure why
   * @param askedElsewhere keys of the questions that another run is asking, and that kept the call
   *     from being made; none if that is not why
   */
  record Failed(CallFailure failure, Set<String> askedElsewhere) implements CallOutcome {

    public Failed {
      askedElsewhere = Set.copyOf(askedElsewhere);
    }

    Failed(CallFailure failure) {
      this(failure, Set.of());
    }
  }
}
