package dagscribe.plan;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTest {

  @TempDir private Path folder;

  @Test
  void directory_isItsOwnersAlone_andGoneWhenClosed() throws IOException {
    ScratchDirectory scratch = ScratchDirectory.createIn(folder);
    assertThat(
        PosixFilePermissions.toString(Files.getPosixFilePermissions(scratch.path())),
        is("rwx------"));
    Files.writeString(Files.createDirectory(scratch.path().resolve("sub")).resolve("file"), "x");
    scratch.close();
    assertThat(Files.exists(scratch.path()), is(false));
  }

  @Test
  void whatAKilledRunLeft_isRemovedByTheNext() throws IOException {
    Path left = Files.createDirectory(folder.resolve(ScratchDirectory.PREFIX + "1"));
    Files.createFile(left.resolve(ScratchDirectory.LOCK));
    Files.writeString(left.resolve("shuffle"), "source");
    ScratchDirectory.createIn(folder).close();
    assertThat(Files.exists(left), is(false));
  }

  @Test
  void whatIsInUseOrNotOurs_stays() throws IOException {
    Path foreign = Files.createDirectory(folder.resolve(ScratchDirectory.PREFIX + "foreign"));
    Path target = Files.createDirectory(folder.resolve("target"));
    Files.createFile(target.resolve(ScratchDirectory.LOCK));
    Path link = Files.createSymbolicLink(folder.resolve(ScratchDirectory.PREFIX + "2"), target);
    try (ScratchDirectory first = ScratchDirectory.createIn(folder);
        ScratchDirectory second = ScratchDirectory.createIn(folder)) {
      assertThat(Files.exists(first.path()), is(true));
      assertThat(Files.exists(second.path()), is(true));
    }
    assertThat(Files.exists(foreign), is(true));
    assertThat(Files.exists(link), is(true));
    assertThat(Files.exists(target.resolve(ScratchDirectory.LOCK)), is(true));
  }
}
