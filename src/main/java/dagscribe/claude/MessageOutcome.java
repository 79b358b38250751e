package dagscribe.claude;

/** How one call ended. */
public sealed interface MessageOutcome permits Answer, CallFailure {}
