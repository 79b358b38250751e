package dagscribe.options;

/** What matters most; it decides model, thinking, effort, answer size and content budget. */
public enum Profile {
  SPEED,
  BALANCED,
  QUALITY
}
