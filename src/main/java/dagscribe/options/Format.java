package dagscribe.options;

/** Shape of an instruction line. */
public enum Format {
  /** Every field dagscribe knows. */
  FULL,
  /** {@code instruction}, {@code input}, {@code output}, as Alpaca has them. */
  ALPACA,
  /** {@code messages} with a user's and an assistant's turn. */
  CHAT
}
