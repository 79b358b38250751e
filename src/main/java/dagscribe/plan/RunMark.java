package dagscribe.plan;

import com.google.common.hash.Hashing;
import dagscribe.input.LocalFiles;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.prompt.PromptTemplate;
import dagscribe.runner.Runners;
import dagscribe.steps.OutputMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * The mark of a run that has not done yet all that it was told: a file in the output directory,
 * from before the first result is there until the report says that nothing is left to do.
 *
 * <p>It lets the same command finish what was killed or stopped: results beside the mark of the
 * same work are replaced without being asked for, since every answer in them is in the cache. While
 * the run lasts the file is locked, so that two runs never write into one directory. For
 * directories of this machine; on a cluster the mark is the job's own, and nothing is locked.
 */
public final class RunMark implements AutoCloseable {

  private final @Nullable Path file;
  private final @Nullable FileLock lock;

  private RunMark(@Nullable Path file, @Nullable FileLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /** Whether the directory holds what an unfinished run of the same work has left. */
  public static boolean isOf(RunConfig config) {
    Path file = Path.of(config.files().outputDirectory(), OutputMark.FILE);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && CacheChoice.of(config).outlivesProcess()
          && Files.readString(file).equals(work(config));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The mark of a job on a cluster, which puts it and takes it off itself, as it may outlive this
   * process; null if the job is none, or has no end.
   */
  static @Nullable OutputMark ofCluster(RunConfig config, PipelineOptions options) {
    return Runners.isLocal(options) || config.files().watch() != null
        ? null
        : new OutputMark(config.files().outputDirectory(), work(config));
  }

  /**
   * Marks the directory, and removes the unfinished files of runs that died. Does nothing where the
   * workers or the directory are elsewhere.
   *
   * @throws UsageException if another run is writing into it
   */
  public static RunMark put(RunConfig config, PipelineOptions options) {
    String output = config.files().outputDirectory();
    boolean isHere =
        Runners.isLocal(options) && LocalFiles.isLocal(FileSystems.matchNewResource(output, true));
    return isHere ? put(Path.of(output), work(config)) : new RunMark(null, null);
  }

  private static RunMark put(Path directory, String work) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(OutputMark.FILE);
      FileLock lock = lock(file);
      if (lock == null) {
        throw new UsageException("--output=" + directory + ": another run is writing there");
      }
      lock.channel().truncate(0);
      lock.channel().write(StandardCharsets.UTF_8.encode(work));
      UnfinishedFiles.removeFrom(directory);
      return new RunMark(file, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable FileLock lock(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new UsageException(
          "--output: " + file + " is a symbolic link, and runs never write through one: remove it");
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
      }
      return lock;
    } catch (OverlappingFileLockException e) {
      channel.close();
      return null;
    }
  }

  /** Takes the mark off: everything is done. */
  public void remove() {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets others write; the mark stays unless it was removed. */
  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.channel().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What decides the results, as far as this program knows it before it reads the input; where and
   * how fast they are made does not. The version is part of it, since another may send other text
   * of a source, and what it asks is in no cache.
   */
  private static String work(RunConfig config) {
    List<Object> parts =
        List.of(
            config.files().inputPatterns(),
            config.files().contentField(),
            config.files().format(),
            config.selection(),
            config.prompting().profile(),
            config.prompting().model(),
            config.prompting().contentChars(),
            PromptTemplate.instruction(),
            Version.number(),
            CacheChoice.of(config).text());
    return Hashing.sha256().hashString(parts.toString(), StandardCharsets.UTF_8).toString();
  }
}
