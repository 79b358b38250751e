package dagscribe.limit;

/** What can hold calls back. */
public enum Limit {
  /**
   * Requests a minute. A server may enforce 60 a minute as one a second, so bursts are a few
   * seconds' worth; ten calls at least, or the first page of a small account's work would trickle.
   */
  REQUESTS("requests", 4, 10, 0),
  /** Uncached input tokens a minute; what remains is rounded to thousands. */
  INPUT_TOKENS("input tokens", 15, 0, 500),
  /** Output tokens a minute, thinking included; what remains is rounded to thousands. */
  OUTPUT_TOKENS("output tokens", 15, 0, 500),
  /** Calls that wait for their answer at once; no rate, and so without bursts. */
  CALLS_IN_FLIGHT("calls in flight", 0, 0, 0);

  private final String words;
  private final double burstSeconds;
  private final double smallestBurst;
  private final long roundingUnits;

  Limit(String words, double burstSeconds, double smallestBurst, long roundingUnits) {
    this.words = words;
    this.burstSeconds = burstSeconds;
    this.smallestBurst = smallestBurst;
    this.roundingUnits = roundingUnits;
  }

  /** The name for people. */
  public String words() {
    return words;
  }

  /** Units that may go out at once under a limit. */
  double burst(long perMinute) {
    return Math.max(smallestBurst, burstSeconds * perMinute / 60);
  }

  /** How far the server's word on what remains may be below the truth. */
  long roundingUnits() {
    return roundingUnits;
  }
}
