package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Usage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UsageSharesTest {

  @Test
  void next_isInProportion() {
    UsageShares shares = new UsageShares(new Usage(100, 10, 0, 40), 4, 2);
    assertThat(shares.next(1, 1), is(new Usage(25, 5, 0, 10)));
    assertThat(shares.next(3, 1), is(new Usage(75, 5, 0, 30)));
  }

  @Test
  void next_addsUpToTheWholeWhateverTheWeights() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      int count = 1 + random.nextInt(20);
      long[] weights = random.longs(count, 1, 10_000).toArray();
      long all = Arrays.stream(weights).sum();
      Usage whole = new Usage(random.nextInt(9_999), random.nextInt(999), 7, 13);
      UsageShares shares = new UsageShares(whole, all, all);
      Usage sum = Usage.NONE;
      for (long weight : weights) {
        sum = sum.plus(shares.next(weight, weight));
      }
      assertThat(sum, is(whole));
    }
  }
}
