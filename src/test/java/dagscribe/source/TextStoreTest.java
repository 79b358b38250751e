package dagscribe.source;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStoreTest {

  @TempDir Path directory;

  private static Text large(int number) {
    return Text.of(("é" + number + "\uD83D\uDE00\n").repeat(FileTextStore.LARGE_CHARS / 4));
  }

  @Test
  void largeTexts_areReadAsTheyWerePut_whoeverPutsThemTogether() {
    TextStore store = TextStore.inFilesOf(directory);
    List<Text> texts = IntStream.range(0, 40).mapToObj(TextStoreTest::large).toList();
    List<Text> put = texts.parallelStream().map(store::put).toList();
    for (int i = 0; i < texts.size(); i++) {
      assertThat(put.get(i), instanceOf(Text.InFile.class));
      assertThat(put.get(i).read(), is(texts.get(i).read()));
    }
  }

  @Test
  void otherTexts_stayWhereTheyAre() throws IOException {
    TextStore store = TextStore.inFilesOf(directory);
    Text small = Text.of("x".repeat(FileTextStore.LARGE_CHARS - 1));
    assertThat(store.put(small), is(sameInstance(small)));
    assertThat(TextStore.IN_MEMORY.put(large(1)), is(large(1)));
    assertThat(files(), is(0L));
    Text aside = store.put(large(1));
    assertThat(store.put(aside), is(sameInstance(aside)));
  }

  @Test
  void copies_haveFilesOfTheirOwn() throws IOException {
    TextStore store = TextStore.inFilesOf(directory);
    Text first = store.put(large(1));
    Text second = SerializableUtils.clone(store).put(large(2));
    assertThat(files(), is(2L));
    assertThat(first.read(), is(large(1).read()));
    assertThat(second.read(), is(large(2).read()));
  }

  @Test
  void fileThatIsCutOrGone_isTold() throws IOException {
    Text text = TextStore.inFilesOf(directory).put(large(1));
    Path file = Path.of(((Text.InFile) text).file());
    Files.write(file, Collections.singletonList("short"));
    assertThrows(UncheckedIOException.class, text::read);
    Files.delete(file);
    assertThrows(UncheckedIOException.class, text::read);
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    }
  }
}
