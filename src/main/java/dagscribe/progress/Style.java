package dagscribe.progress;

/** How it is shown how far a run is. */
public enum Style {
  /** A bar if standard error is a terminal, else lines. */
  AUTO,
  /** A bar that is drawn over and over. */
  BAR,
  /** A line now and then. */
  PLAIN,
  /** Not at all. */
  NONE
}
