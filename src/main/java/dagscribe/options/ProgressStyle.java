package dagscribe.options;

/** How a run shows how far it is. */
public enum ProgressStyle {
  /** A bar on a terminal, else lines. */
  AUTO,
  /** A bar. */
  BAR,
  /** A line now and then. */
  PLAIN,
  /** Not at all. */
  NONE
}
