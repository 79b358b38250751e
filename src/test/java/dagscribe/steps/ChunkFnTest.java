package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunkFnTest {

  private final ChunkFn chunks = new ChunkFn();
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void chunks_beginSmallAndGrowToABound() {
    chunks.start();
    process(5_200, 10);
    assertThat(sizes, is(List.of(20, 40, 80, 160, 320, 640, 1_280, 1_280, 1_280)));
  }

  @Test
  void everyBundle_beginsSmall() {
    chunks.start();
    process(60, 10);
    chunks.start();
    process(20, 10);
    assertThat(sizes, is(List.of(20, 40, 20)));
  }

  @Test
  void largeRecords_makeSmallChunks() {
    chunks.start();
    process(10, 3 << 20);
    assertThat(sizes, is(List.of(3, 3, 3)));
  }

  private void process(int dags, int chars) {
    for (int i = 0; i < dags; i++) {
      int full = chunks.add(Dags.prepared("d" + i, "f", i + 1, "x".repeat(chars), 0.5)).size();
      if (full > 0) {
        sizes.add(full);
      }
    }
  }
}
