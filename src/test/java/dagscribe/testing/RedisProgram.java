package dagscribe.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/** The redis-server that comes with the tests' dependencies, unpacked once for this JVM. */
final class RedisProgram {

  private static final String VERSION = "7.0.15";
  private static final Path FILE = unpack();

  private RedisProgram() {}

  static String path() {
    return FILE.toString();
  }

  private static Path unpack() {
    String resource = "/redis-server-" + VERSION + "-" + system() + "-" + processor();
    try (InputStream in = RedisProgram.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("there is no redis-server for this machine: " + resource);
      }
      Path file = Files.createTempFile("redis-server", null);
      file.toFile().deleteOnExit();
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      if (!file.toFile().setExecutable(true)) {
        throw new IOException(file + " cannot be made executable");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String system() {
    boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    return mac ? "darwin" : "linux";
  }

  private static String processor() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
  }
}
