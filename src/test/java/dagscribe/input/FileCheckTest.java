package dagscribe.input;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckTest {

  @TempDir private Path folder;

  @Test
  void damagedFiles_areAllToldAtOnceWhateverTheirReaderThrows() throws IOException {
    Path damaged = Files.write(folder.resolve("a.gz"), new byte[] {0x1f, (byte) 0x8b, 9, 9, 9});
    List<InputFile> files =
        List.of(
            new InputFile("nosuchscheme://host/b", 5, false),
            new InputFile(damaged.toString(), 5, false));

    UnreadableInputException refusal =
        assertThrows(UnreadableInputException.class, () -> FileCheck.check(files, "content"));

    assertThat(
        refusal.getMessage(),
        stringContainsInOrder("nosuchscheme://host/b: it cannot be read: ", damaged + ": "));
  }
}
