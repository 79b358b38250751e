package dagscribe.dag;

public enum SkipReason {
  TOO_FEW_LINES,
  ONLY_BASIC_OPERATORS,
  LOW_PRIORITY,
  NOT_IN_TOP
}
