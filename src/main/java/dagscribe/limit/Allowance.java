package dagscribe.limit;

import org.jspecify.annotations.Nullable;

/**
 * Units a minute that this process may use at most: what the account has, or less if the operator
 * says so. Processes that share an account's limit find their parts by what the server says
 * remains; of an operator's limit the server knows nothing, so each keeps to a part of it. Not
 * thread-safe.
 */
final class Allowance {

  private final @Nullable Long operators;
  private @Nullable Long accounts;
  private double part = 1;

  /**
   * @param operators limit that the operator has set; null without one
   */
  Allowance(@Nullable Long operators) {
    this.operators = operators;
  }

  /** The server says what the account's limit is. */
  void learn(long perMinute) {
    accounts = perMinute;
  }

  /** This process has so much of the operator's limit, above 0 and at most 1. */
  void keepTo(double part) {
    this.part = part;
  }

  /** The limit in force; null while none is known. */
  @Nullable Long perMinute() {
    if (operators == null || (accounts != null && accounts <= operators)) {
      return accounts;
    }
    return Math.max(1, (long) (operators * part));
  }

  /** Whether the operator's limit is in force, or the same as the account's. */
  boolean isOperators() {
    return operators != null && (accounts == null || operators <= accounts);
  }
}
