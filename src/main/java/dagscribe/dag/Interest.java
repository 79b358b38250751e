package dagscribe.dag;

/** What of a source is worth copying out of native memory, where each node costs microseconds. */
@FunctionalInterface
interface Interest {

  /** Interest in the whole source. */
  Interest EVERYTHING = (start, end) -> true;

  /** Whether anything of interest stands between the two positions, the end exclusive. */
  boolean within(int start, int end);
}
