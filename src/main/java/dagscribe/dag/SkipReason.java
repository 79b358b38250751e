package dagscribe.dag;

/** Why a DAG is not worth asking for. */
public enum SkipReason {
  /** Fewer lines than the operator wants. */
  TOO_FEW_LINES,
  /** Operators were found, and all of them are basic. */
  ONLY_BASIC_OPERATORS,
  /** The priority is below the operator's. */
  LOW_PRIORITY,
  /** Others of higher priority took all places. */
  NOT_IN_TOP
}
