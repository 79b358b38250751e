package dagscribe.totals;

import java.util.Locale;

/** Where a line of the input ends, and so the prefix of an output file. */
public enum Destination {
  INSTRUCTIONS,
  SKIPPED,
  FAILED,
  DEFERRED,
  REVIEW;

  /**
   * The destination of files with this prefix.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Destination of(String prefix) {
    return valueOf(prefix.toUpperCase(Locale.ROOT));
  }

  /** Prefix of the files, and name in the ledger. */
  public String prefix() {
    return name().toLowerCase(Locale.ROOT);
  }
}
