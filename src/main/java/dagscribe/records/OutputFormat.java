package dagscribe.records;

/** Shape of the lines of the instructions files. */
public enum OutputFormat {
  /** Everything known of the pair. */
  FULL,
  /** {@code id}, {@code instruction}, {@code input}, {@code output}. */
  ALPACA,
  /** {@code id}, and {@code messages} of a user and an assistant. */
  CHAT
}
