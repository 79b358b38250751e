package dagscribe;

import dagscribe.cache.CacheException;
import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.UsageException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.apache.beam.sdk.io.FileSystems;

/**
 * Tries what the run is going to use, before anything is read or paid for. For runs whose workers
 * are this process.
 */
final class Preflight {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private Preflight() {}

  /**
   * Tries the output directory, the cache and the server.
   *
   * @throws UsageException naming the option whose value cannot be used
   */
  static void check(RunConfig config) {
    checkOutput(config.files().outputDirectory());
    checkCache(
        CacheChoice.url(config.spending().cache(), config.calling().endpoint()),
        InstructionCaches::open);
    if (config.calling().endpoint() instanceof Endpoint.Url url) {
      checkServer(url.baseUrl());
    }
  }

  /**
   * Tries the output directory, and the cache if there is one, for a run that asks nobody.
   *
   * @throws UsageException naming the option whose value cannot be used
   */
  static void checkWithoutServer(RunConfig config) {
    checkOutput(config.files().outputDirectory());
    checkCache(
        CacheChoice.url(config.spending().cache(), config.calling().endpoint()),
        InstructionCaches::openExisting);
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

  private static void checkCache(String url, Function<String, InstructionCache> opener) {
    try (InstructionCache cache = opener.apply(url)) {
      cache.find(List.of());
    } catch (CacheException | IllegalArgumentException e) {
      throw new UsageException("--cache: " + e.getMessage());
    }
  }

  // Through a proxy only the calls themselves show whether the server is there.
  private static void checkServer(URI url) {
    if (!ProxySelector.getDefault().select(url).equals(List.of(Proxy.NO_PROXY))) {
      return;
    }
    int standard = "https".equals(url.getScheme()) ? 443 : 80;
    int port = url.getPort() < 0 ? standard : url.getPort();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(url.getHost(), port), (int) CONNECT_TIMEOUT.toMillis());
    } catch (UnknownHostException e) {
      throw new UsageException("--endpoint=" + url + ": there is no such host");
    } catch (IOException e) {
      throw new UsageException("--endpoint=" + url + ": no server answers: " + e.getMessage());
    }
  }
}
