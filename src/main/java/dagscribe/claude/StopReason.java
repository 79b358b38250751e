package dagscribe.claude;

/**
 * Why the model stopped, by the API's own words; {@code OTHER} is one this version does not know.
 */
public enum StopReason {
  END_TURN,
  MAX_TOKENS,
  STOP_SEQUENCE,
  TOOL_USE,
  PAUSE_TURN,
  REFUSAL,
  MODEL_CONTEXT_WINDOW_EXCEEDED,
  OTHER
}
