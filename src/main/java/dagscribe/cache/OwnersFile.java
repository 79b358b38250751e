package dagscribe.cache;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that its owner alone can read, in a folder that is made so if it is not there. It holds
 * sources that may be nobody else's business. SQLite gives the files beside it the same rights.
 */
final class OwnersFile {

  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private OwnersFile() {}

  /**
   * Makes an empty file if there is none, and takes the rights of others from one that there is, if
   * it is ours.
   *
   * @throws CacheException if there can be no such file
   */
  static void make(Path path) {
    if (Files.isDirectory(path)) {
      throw new CacheException(
          "cannot use the cache " + path + ": it is a folder; name a file with --cache=sqlite:PATH",
          null);
    }
    try {
      Path folder = path.getParent();
      boolean hasRights = path.getFileSystem().supportedFileAttributeViews().contains("posix");
      if (folder != null && !Files.isDirectory(folder)) {
        makeFolder(folder, hasRights);
      }
      makeFile(path, hasRights);
      if (hasRights) {
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
          tighten(Path.of(path + suffix));
        }
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static void makeFolder(Path folder, boolean hasRights) throws IOException {
    if (hasRights) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
    } else {
      Files.createDirectories(folder);
    }
  }

  private static void makeFile(Path path, boolean hasRights) throws IOException {
    try {
      if (Files.notExists(path) && hasRights) {
        Files.createFile(path, PosixFilePermissions.asFileAttribute(FILE));
      }
    } catch (FileAlreadyExistsException e) {
      // Another process was quicker, and made it in the same way.
    }
  }

  private static void tighten(Path path) throws IOException {
    if (!Files.isRegularFile(path) || !Files.isWritable(path)) {
      return;
    }
    Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
    if (!FILE.containsAll(rights)) {
      rights.retainAll(FILE);
      try {
        Files.setPosixFilePermissions(path, rights);
      } catch (FileSystemException e) {
        // It is another user's, who lets this one write to it: his to decide.
      }
    }
  }

  private static CacheException failure(Path path, IOException e) {
    String reason = e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    Path folder = path.getParent();
    boolean hasFolder = folder == null || Files.isDirectory(folder);
    return new CacheException(
        (hasFolder ? "cannot make the cache " : "cannot make the folder of the cache ")
            + path
            + " ("
            + reason
            + "); name another place with --cache=sqlite:PATH, or set XDG_CACHE_HOME to a folder that"
            + " can be written to",
        e);
  }
}
