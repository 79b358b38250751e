package dagscribe.source.airflow;

/** What of a source is worth copying out of native memory, where each node costs microseconds. */
@FunctionalInterface
interface Interest {

  /** The answer of {@link #next} when nothing more is of interest. */
  int NOTHING = Integer.MAX_VALUE;

  /** Interest in the whole source. */
  Interest EVERYTHING = from -> from;

  /** The first position of interest that is not before the given one. */
  int next(int from);

  /** Whether anything of interest stands between the two positions, the end exclusive. */
  default boolean within(int start, int end) {
    return next(start) < end;
  }
}
