package dagscribe.prompt;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a sequence into runs under two limits: as few runs as possible, and those as even in count
 * as the size limit lets them be.
 *
 * <p>Taking as much as fits, again and again, gives the fewest runs, but 5 + 5 + 1 for eleven at
 * five. So each run takes only its even share of what is left, or as much more as is needed for the
 * rest to fit into the runs that are left. Linear in the length of the sequence.
 */
final class EvenSplit {

  private EvenSplit() {}

  /**
   * Where each run ends, exclusive and ascending. An item over {@code maxSize} is a run by itself.
   */
  static List<Integer> ends(int[] sizes, int maxCount, long maxSize) {
    int[] farthest = farthestEnds(sizes, maxCount, maxSize);
    int[] runsFrom = fewestRuns(farthest);
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    for (int runs = runsFrom[0]; runs > 0; runs--) {
      int share = (sizes.length - from + runs - 1) / runs;
      int end = Math.min(from + share, farthest[from]);
      while (runsFrom[end] > runs - 1) {
        end++;
      }
      ends.add(end);
      from = end;
    }
    return ends;
  }

  /** For each start, where the longest run that is allowed ends. */
  private static int[] farthestEnds(int[] sizes, int maxCount, long maxSize) {
    int[] farthest = new int[sizes.length];
    long size = 0;
    int end = 0;
    for (int from = 0; from < sizes.length; from++) {
      while (end < sizes.length
          && (end == from || (end - from < maxCount && size + sizes[end] <= maxSize))) {
        size += sizes[end++];
      }
      farthest[from] = end;
      size -= sizes[from];
    }
    return farthest;
  }

  /** For each start, how many runs the rest needs at least. */
  private static int[] fewestRuns(int[] farthest) {
    int[] runs = new int[farthest.length + 1];
    for (int from = farthest.length - 1; from >= 0; from--) {
      runs[from] = 1 + runs[farthest[from]];
    }
    return runs;
  }
}
