package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvenSplitTest {

  @Test
  void eleven_atFive_areFourFourThree() {
    assertThat(EvenSplit.ends(ones(11), 5, 100), contains(4, 8, 11));
  }

  @Test
  void twentyOne_atFive_needFiveRunsOfWhichOneIsLonger() {
    assertThat(EvenSplit.ends(ones(21), 5, 100), contains(5, 9, 13, 17, 21));
  }

  @Test
  void nothing_isNoRun() {
    assertThat(EvenSplit.ends(new int[0], 5, 100), is(empty()));
  }

  @Test
  void itemOverTheLimit_isAloneAndCostsTheOthersNothing() {
    assertThat(EvenSplit.ends(new int[] {1, 1, 500, 1, 1}, 5, 100), contains(2, 3, 5));
  }

  @Test
  void unevenSizes_takeMoreThanTheShareWhereTheRestNeedsIt() {
    assertThat(EvenSplit.ends(new int[] {1, 1, 1, 1, 9, 9}, 5, 9), contains(4, 5, 6));
  }

  @Test
  void anySizes_giveFewestRunsWithinTheLimits() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      int[] sizes = IntStream.range(0, random.nextInt(40)).map(i -> random.nextInt(30)).toArray();
      int maxCount = 1 + random.nextInt(6);
      int maxSize = 1 + random.nextInt(60);

      List<Integer> ends = EvenSplit.ends(sizes, maxCount, maxSize);

      assertThat(ends.size(), is(greedyRuns(sizes, maxCount, maxSize)));
      int from = 0;
      for (int end : ends) {
        assertThat(end - from, is(lessThanOrEqualTo(maxCount)));
        int size = Arrays.stream(sizes, from, end).sum();
        assertThat(size <= maxSize || end - from == 1, is(true));
        from = end;
      }
      assertThat(from, is(sizes.length));
    }
  }

  private static int[] ones(int count) {
    return IntStream.generate(() -> 1).limit(count).toArray();
  }

  private static int greedyRuns(int[] sizes, int maxCount, int maxSize) {
    int runs = 0;
    int count = maxCount;
    int size = 0;
    for (int next : sizes) {
      if (count == maxCount || size + next > maxSize) {
        runs++;
        count = 0;
        size = 0;
      }
      count++;
      size += next;
    }
    return runs;
  }
}
