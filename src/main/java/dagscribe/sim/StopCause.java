package dagscribe.sim;

/** Why an answer ends. */
enum StopCause {
  END_TURN("end_turn"),
  MAX_TOKENS("max_tokens"),
  REFUSAL("refusal");

  /** The API's word for it. */
  final String word;

  StopCause(String word) {
    this.word = word;
  }
}
