package dagscribe.plan;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dagscribe.runner.MachineException;
import dagscribe.runner.Runners;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of this machine, for this user alone, for what only lives as long as a command. It is
 * gone when this is closed and when the process ends by a signal; one whose process was killed is
 * removed by the next that is created. A file in it is locked as long as it is in use.
 */
public final class ScratchDirectory implements AutoCloseable {

  static final String PREFIX = "dagscribe-";
  static final String LOCK = ".dagscribe-lock";

  private static final Logger LOG = LoggerFactory.getLogger(ScratchDirectory.class);

  /** Others may still be writing into it. */
  private static final int ATTEMPTS = 3;

  /** Those of this process, whose locks would be lost by opening their files once more. */
  private static final Set<ScratchDirectory> IN_USE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final FileLock lock;

  private ScratchDirectory(Path directory, FileLock lock) {
    this.directory = directory;
    this.lock = lock;
  }

  // A hook would keep this program's classes in another's process for as long as that lives.
  static {
    if (!Runners.isGuest()) {
      Runtime.getRuntime().addShutdownHook(new Thread(ScratchDirectory::removeAll));
    }
  }

  /** Creates one in Java's temporary folder. */
  public static ScratchDirectory create() {
    return createIn(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static synchronized ScratchDirectory createIn(Path folder) {
    try {
      ScratchDirectory scratch = createLocked(folder);
      IN_USE.add(scratch);
      AbandonedDirectories.remove(
          scratch.directory, path -> IN_USE.stream().anyMatch(used -> used.directory.equals(path)));
      return scratch;
    } catch (IOException e) {
      throw MachineException.ofTemporaryFolder(folder, e);
    }
  }

  // Another process may take a new directory for an abandoned one until it is locked.
  private static ScratchDirectory createLocked(Path folder) throws IOException {
    while (true) {
      Path directory = Files.createTempDirectory(folder, PREFIX);
      Path file = directory.resolve(LOCK);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null && Files.exists(file)) {
        return new ScratchDirectory(directory, lock);
      }
      channel.close();
    }
  }

  public Path path() {
    return directory;
  }

  /** Removes those of this process, for an end that waits for nobody. */
  public static void removeAll() {
    IN_USE.forEach(ScratchDirectory::close);
  }

  @Override
  public void close() {
    try {
      remove(ATTEMPTS);
      lock.channel().close();
    } catch (IOException e) {
      LOG.warn("{} is left to be removed by the next run", directory, e);
    } finally {
      IN_USE.remove(this);
    }
  }

  private void remove(int attempts) throws IOException {
    try {
      if (Files.exists(directory)) {
        MoreFiles.deleteRecursively(directory, RecursiveDeleteOption.ALLOW_INSECURE);
      }
    } catch (IOException e) {
      if (attempts == 1) {
        throw e;
      }
      remove(attempts - 1);
    }
  }
}
