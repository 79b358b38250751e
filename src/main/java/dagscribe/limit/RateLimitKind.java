package dagscribe.limit;

/** The three limits a minute, with what differs between them. */
enum RateLimitKind {
  /**
   * Calls. A server may enforce 60 a minute as one a second, so bursts are a few seconds' worth;
   * ten calls at least, or the first page of a small account's work would trickle.
   */
  REQUESTS(4, 10, 0),
  /** Input tokens; what remains is rounded to thousands. */
  INPUT_TOKENS(15, 0, 500),
  /** Output tokens; what remains is rounded to thousands. */
  OUTPUT_TOKENS(15, 0, 500);

  private final double burstSeconds;
  private final double smallestBurst;
  private final long roundingUnits;

  RateLimitKind(double burstSeconds, double smallestBurst, long roundingUnits) {
    this.burstSeconds = burstSeconds;
    this.smallestBurst = smallestBurst;
    this.roundingUnits = roundingUnits;
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
