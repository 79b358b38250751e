package dagscribe.cache;

import static dagscribe.cache.Answers.answers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file, several processes, and the death of one of them. */
class SqliteProcessesTest {

  @TempDir Path folder;

  @Test
  void twoProcesses_storeIntoOneNewFileAtOnce() throws Exception {
    Path file = folder.resolve("shared.sqlite");
    Process other = StoringProcess.start(file, "other-", 200);
    try (InstructionCache cache = InstructionCaches.open("sqlite:" + file);
        BufferedReader stored = other.inputReader()) {
      for (int i = 0; i < 200; i++) {
        cache.store(answers("own-", i, i + 1));
      }
      assertThat(stored.lines().count(), is(200L));
      assertThat(other.waitFor(), is(0));

      assertThat(cache.find(answers("own-", 0, 200).keySet()).size(), is(200));
      assertThat(cache.find(answers("other-", 0, 200).keySet()).size(), is(200));
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void killedProcess_losesNothingThatItStored() throws Exception {
    Path file = folder.resolve("killed.sqlite");
    Process victim = StoringProcess.start(file, "paid-", Integer.MAX_VALUE);
    List<String> stored;
    try (BufferedReader lines = victim.inputReader()) {
      List<String> first = lines.lines().limit(100).collect(Collectors.toList());
      // By its handle: Process.destroyForcibly would also close the output that is still to be
      // read.
      victim.toHandle().destroyForcibly();
      first.addAll(lines.lines().filter(line -> line.matches("paid-[0-9]+")).toList());
      stored = first;
    }
    victim.waitFor();

    try (InstructionCache cache = InstructionCaches.open("sqlite:" + file)) {
      assertThat(stored.size(), is(greaterThanOrEqualTo(100)));
      assertThat(cache.find(stored).size(), is(stored.size()));
    }
  }
}
