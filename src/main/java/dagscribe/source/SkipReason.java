package dagscribe.source;

/** Why a DAG is not worth asking for. */
public enum SkipReason {
  /** Shorter than {@code minLines}. */
  TOO_FEW_LINES,
  /** Has operators, and all of them are basic ones. */
  ONLY_BASIC_OPERATORS,
  /** Its priority is below {@code minPriority}. */
  LOW_PRIORITY,
  /** Others have a higher priority, and only so many are wanted. */
  NOT_IN_TOP
}
