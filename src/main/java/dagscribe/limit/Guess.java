package dagscribe.limit;

/**
 * How a limit is guessed that the server does not tell: from what it served when it refused more.
 * Refused again, a guess falls; not refused for long, it rises, and ever faster. Not thread-safe.
 */
final class Guess {
  /** A guess rises by this much each time, and begins this much above what was served. */
  private static final double STEP = 1.02;

  private static final double LARGEST_STEP = 1.5;

  /** Raises after which a guess is doubted, and each is twice the one before. */
  private static final int SLOW_RAISES = 6;

  /** One refusal lowers a guess by no more than this. */
  private static final double FALL = 0.85;

  /** A guess that is refused before it was ever raised is wrong by far, or no limit at all. */
  private static final double SHARP = 0.5;

  private int raises = 1;

  /** The first guess. */
  long first(double servedPerMinute) {
    return (long) Math.ceil(servedPerMinute * STEP);
  }

  /**
   * The guess after another refusal.
   *
   * @param pace what the last guess allowed when it was refused, which was too much
   * @param servedPerMinute less than that while a cut lasts, more if it is from before the guess
   */
  long lower(double pace, double servedPerMinute) {
    return (long) Math.ceil(Math.max(pace * FALL, Math.min(pace, servedPerMinute)) * STEP);
  }

  /** The part at which a guess that has just been made is used at first. */
  double startAt() {
    double part = raises == 0 ? SHARP : BackoffFactor.BACKOFF_RATIO;
    raises = 0;
    return part;
  }

  /** The guess after some time without a refusal. */
  long higher(long perMinute) {
    raises++;
    double step = 1 + (STEP - 1) * Math.pow(2, Math.max(0, raises - SLOW_RAISES));
    return (long) Math.ceil(perMinute * Math.min(LARGEST_STEP, step));
  }
}
