package dagscribe.plan;

import dagscribe.cache.CacheException;
import dagscribe.cache.CacheUrl;
import dagscribe.input.LocalFiles;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import dagscribe.runner.MachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Tries what the run is going to use, before anything is read or paid for. For runs whose workers
 * are this process.
 */
public final class Preflight {

  private Preflight() {}

  /**
   * Tries the output directory, the cache, the quota and the way to the server.
   *
   * @throws UsageException naming the option whose value cannot be used
   */
  public static void check(RunConfig config, Access access) {
    checkTemporaryFolder();
    checkCache(config, CacheUrl::check);
    QuotaChoice.check(config.calling().quota());
    checkOutput(config.files().outputDirectory());
    access.tryServer();
  }

  /**
   * Tries the output directory, and the cache if there is one, for a run that asks nobody.
   *
   * @throws UsageException naming the option whose value cannot be used
   */
  public static void checkWithoutServer(RunConfig config) {
    checkTemporaryFolder();
    checkCache(config, url -> url.openExisting().close());
    checkOutput(config.files().outputDirectory());
  }

  // Native libraries are unpacked there, and Flink spills to it.
  private static void checkTemporaryFolder() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "dagscribe-", ""));
    } catch (IOException e) {
      throw MachineException.ofTemporaryFolder(folder, e);
    }
  }

  private static void checkOutput(String directory) {
    if (!LocalFiles.isLocal(FileSystems.matchNewResource(directory, true))) {
      return;
    }
    Path path = Path.of(directory);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw new UsageException("--output=" + directory + ": the directory cannot be made");
    }
    if (!Files.isWritable(path)) {
      throw new UsageException("--output=" + directory + ": the directory cannot be written to");
    }
  }

  private static void checkCache(RunConfig config, Consumer<CacheUrl> check) {
    try {
      check.accept(CacheChoice.of(config));
    } catch (CacheException e) {
      throw new CacheException("--cache: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--cache: " + e.getMessage());
    }
  }
}
