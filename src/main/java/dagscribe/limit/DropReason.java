package dagscribe.limit;

/** Why a call did not get through, as far as the limits care. */
public enum DropReason {
  /** Refused because of the account's rate. */
  RATE_LIMITED(true),
  /** Refused because usage grew too fast. */
  ACCELERATED(true),
  /** Refused because the service has no room. */
  OVERLOADED(true),
  /** Broken off, timed out, or failed inside the server: says nothing about limits when rare. */
  UNAVAILABLE(false);

  private final boolean limit;

  DropReason(boolean limit) {
    this.limit = limit;
  }

  /** Whether one such drop is enough to slow down. */
  boolean isLimit() {
    return limit;
  }
}
