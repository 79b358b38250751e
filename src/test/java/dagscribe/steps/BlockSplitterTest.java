package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dagscribe.records.LineReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockSplitterTest {

  @Test
  void split_cutsBehindTheLineThatFillsABlock() throws IOException {
    assertThat(
        split("aa\nbb\ncc\n", 4),
        contains(new FileBlock("f", 0, 6, 0), new FileBlock("f", 6, Long.MAX_VALUE, 2)));
  }

  @Test
  void split_ofAnEmptyFileIsOneBlock() throws IOException {
    assertThat(split("", 4), contains(FileBlock.whole("f")));
  }

  @Test
  void split_givesEveryLineOnceWithItsNumberWhateverTheSizes() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int lines = random.nextInt(40);
      for (int i = 1; i <= lines; i++) {
        text.append(i).append("x".repeat(random.nextInt(9))).append('\n');
      }
      List<String> seen = new ArrayList<>();
      for (FileBlock block : split(text.toString(), 1 + random.nextInt(30))) {
        int end = (int) Math.min(block.end(), text.length());
        LineReader reader =
            new LineReader(stream(text.substring((int) block.start(), end)), block.linesBefore());
        while (reader.next()) {
          assertThat(reader.text().startsWith(String.valueOf(reader.number())), is(true));
          seen.add(reader.text());
        }
      }
      assertThat(seen, is(text.toString().lines().toList()));
    }
  }

  @Test
  void blocks_beginSmallAndGrowToABound() throws IOException {
    assertThat(
        split("a\n".repeat(20), 4, 10).stream().map(FileBlock::start).toList(),
        contains(0L, 4L, 12L, 22L, 32L));
  }

  private static List<FileBlock> split(String text, long blockBytes) throws IOException {
    return split(text, blockBytes, blockBytes);
  }

  private static List<FileBlock> split(String text, long firstBytes, long mostBytes)
      throws IOException {
    List<FileBlock> blocks = new ArrayList<>();
    new BlockSplitter("f", firstBytes, mostBytes, blocks::add)
        .split(Channels.newChannel(stream(text)));
    return blocks;
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
