package dagscribe.plan;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.function.Predicate;

/** {@linkplain ScratchDirectory Scratch directories} of processes that were killed. */
final class AbandonedDirectories {

  private AbandonedDirectories() {}

  /**
   * Removes those beside one in use that belong to the same user and that nobody has locked. What
   * cannot be removed stays.
   *
   * @param own the one in use
   * @param isInUse whether this process uses a directory
   */
  static void remove(Path own, Predicate<Path> isInUse) throws IOException {
    UserPrincipal user = Files.getOwner(own);
    Path folder = own.getParent();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, ScratchDirectory.PREFIX + "*")) {
      for (Path directory : found) {
        if (!isInUse.test(directory) && isOf(user, directory)) {
          removeIfUnlocked(directory);
        }
      }
    }
  }

  private static boolean isOf(UserPrincipal user, Path directory) {
    try {
      return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
          && Files.isRegularFile(lock(directory), LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user);
    } catch (IOException e) {
      // Its own process, or another that looks for such directories, has just removed it.
      return false;
    }
  }

  private static void removeIfUnlocked(Path directory) {
    try (FileChannel channel = FileChannel.open(lock(directory), StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // As above; or it is not to be removed, which harms nobody.
      return;
    }
  }

  private static Path lock(Path directory) {
    return directory.resolve(ScratchDirectory.LOCK);
  }
}
