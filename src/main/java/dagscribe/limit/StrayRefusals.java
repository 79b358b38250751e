package dagscribe.limit;

/**
 * Tells refusals that come whatever the rate from those that a limit explains, where the server
 * says nothing of limits.
 *
 * <p>A limit that is exceeded refuses no more once less is asked. So refusals that go on, one cut
 * after the other, and are few among the calls that get through, have nothing to do with how much
 * is asked: further cuts would only make the work slower. They count as a sign of a limit again as
 * soon as they become far more than they were. Many refusals among few successes are always a
 * limit. Not thread-safe.
 */
final class StrayRefusals {

  /** Part of the first pace at which a limit that refused a third of it would refuse none. */
  private static final double FUTILE = 0.25;

  /** Calls from which a share can be told. */
  private static final int FEWEST = 20;

  /** Part of all calls above which it is no bad luck to be refused. */
  private static final double MOST = 0.35;

  /** What a share over some sixty calls may differ by. */
  private static final double NOISE = 0.15;

  /** A wall is noticed after a few refusals in a row. */
  private static final double SUDDEN = 1.0 / 16;

  /** Calls after which it is worth some of them to find out what a few refusals mean. */
  private static final long PATIENCE = 256;

  private static final double WEIGHT = 1.0 / 64;

  /** What is usual falls this slowly when fewer are refused, and never rises above what it was. */
  private static final double FORGET = 1.0 / 512;

  private long granted;
  private long refusals;
  private int sinceEpoch;
  private double firstPace;
  private long all;
  private double sudden;
  private double recent;
  private double usual;
  private double proved;

  /** One call was let through. */
  void granted() {
    granted++;
    all++;
  }

  /** One call was served. */
  void served() {
    recent -= WEIGHT * recent;
    sudden -= SUDDEN * sudden;
    usual = Math.min(proved, usual + FORGET * (recent - usual));
  }

  /** One call was refused. */
  void refused(Permit permit) {
    recent += WEIGHT * (1 - recent);
    sudden += SUDDEN * (1 - sudden);
    refusals += permit.epoch() >= sinceEpoch ? 1 : 0;
  }

  /** Whether no more are refused than is usual whatever is asked. */
  boolean areStray() {
    return usual > 0 && recent <= usual + NOISE;
  }

  /** Whether those refused are too few among the first calls to look for a limit already. */
  boolean areFew() {
    return all <= PATIENCE && sudden <= MOST;
  }

  /**
   * The first refusal of a burst, where more are refused than is usual.
   *
   * @param pace what is asked at most now, in any unit; infinite if nothing bounds it
   * @param epoch of the calls that are let through from now on
   * @return whether this shows that so many are usual
   */
  boolean isFutileCut(double pace, int epoch) {
    double share = (double) refusals / Math.max(1, granted);
    if (pace > firstPace || (granted >= FEWEST && share > MOST)) {
      begin(Double.isInfinite(pace) ? 0 : pace, epoch);
    }
    if (granted < FEWEST || pace > firstPace * FUTILE) {
      recent = usual;
      return false;
    }
    proved = share;
    usual = share;
    recent = share;
    begin(0, epoch);
    return true;
  }

  private void begin(double pace, int epoch) {
    firstPace = pace;
    granted = 0;
    refusals = 0;
    sinceEpoch = epoch;
  }
}
