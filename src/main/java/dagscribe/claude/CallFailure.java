package dagscribe.claude;

/**
 * A call that brought no usable message.
 *
 * @param kind what happened, and so what can be done about it
 * @param message one line for people: the server's own words or the cause, never a secret and never
 *     DAG source
 * @param status the HTTP status, 0 if there was no answer
 * @param requestId the server's id of the call; empty if it gave none
 * @param attempts calls made, 1 or more; 0 if the call was refused before any was made
 * @param ambiguousAttempts how many of them may have been processed and billed unseen: the
 *     connection broke or timed out after the request was sent
 */
public record CallFailure(
    FailureKind kind,
    String message,
    int status,
    String requestId,
    int attempts,
    int ambiguousAttempts)
    implements MessageOutcome {}
