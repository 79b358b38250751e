package dagscribe.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The versions that the build wrote down, and Java's. */
public final class Version {

  private static final String RESOURCE = "/dagscribe/version.properties";

  private Version() {}

  /** The version of this program alone. */
  static String number() {
    return String.valueOf(read().getProperty("dagscribe"));
  }

  public static String text() {
    Properties versions = read();
    return String.format(
        Locale.ROOT,
        "dagscribe %s (Beam %s, Flink %s, Java %s)",
        versions.getProperty("dagscribe"),
        versions.getProperty("beam"),
        versions.getProperty("flink"),
        Runtime.version());
  }

  private static Properties read() {
    Properties versions = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        versions.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
