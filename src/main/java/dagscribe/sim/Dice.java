package dagscribe.sim;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Randomness that depends on what is asked and not on when: the same seed and the same calls give
 * the same draws in whatever order the calls arrive.
 */
final class Dice {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Dice() {}

  /** A generator fixed by the seed and the parts. */
  static RandomGenerator of(long seed, long... parts) {
    long state = seed;
    for (long part : parts) {
      state = mix(state * 31 + part + GOLDEN_GAMMA);
    }
    return new SplittableRandom(state);
  }

  /** A factor with median 1. */
  static double logNormal(double sigma, RandomGenerator random) {
    return Math.exp(sigma * random.nextGaussian());
  }

  /* The finalizer of MurmurHash3: neighbouring parts must not give neighbouring states. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }
}
