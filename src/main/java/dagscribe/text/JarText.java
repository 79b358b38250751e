package dagscribe.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that the program brings with it. */
public final class JarText {

  private JarText() {}

  /**
   * A file of the jar, in UTF-8.
   *
   * @param name its whole path, from a slash on
   * @throws IllegalStateException if there is none
   */
  public static String read(String name) {
    try (InputStream in = JarText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
