package dagscribe.generate;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;

/** What becomes of a question that got no instruction. */
final class FailureOutcomes {

  /** Kind of a failure in which the model answered, but not with an instruction. */
  static final String NO_INSTRUCTION = "NO_INSTRUCTION";

  private FailureOutcomes() {}

  /** An answer to a question alone that holds nothing for it. */
  static Result of(Answer answer, PendingDag question) {
    int attempts = question.attempts();
    if (answer.stopReason() == StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED) {
      return new Result.Failure(
          FailureKind.TOO_LARGE.name(), "the context window is full", attempts);
    }
    return new Result.Failure(
        NO_INSTRUCTION, "the answer holds no instruction for this DAG", attempts);
  }

  /** A call that failed for good; one that was never made, or that no call can mend, is put off. */
  static Result of(CallFailure failure, PendingDag question) {
    boolean putOff = failure.kind().effect() == FailureKind.Effect.STOP || failure.attempts() == 0;
    return putOff
        ? new Result.Deferral(failure.kind().name(), failure.message())
        : new Result.Failure(failure.kind().name(), failure.message(), question.attempts());
  }

  /** Whether one DAG of a pack may have spoilt the call for the others. */
  static boolean mayBeANeighboursFault(CallFailure failure) {
    return failure.kind().effect() == FailureKind.Effect.FAIL;
  }
}
