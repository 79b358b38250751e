package dagscribe.source;

import dagscribe.source.airflow.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The identity of a DAG's content: sources that differ in line ends and trailing white space only
 * are one, all others differ. A source that is clean already has the hash {@code sha256sum} gives.
 */
public final class ContentHash {

  private ContentHash() {}

  /** The SHA-256 of the normalised source in UTF-8, as 64 lower-case hexadecimal digits. */
  public static String of(String source) {
    return ofNormalised(SourceText.normalise(source));
  }

  /** The same of a source that is normalised already. */
  public static String ofNormalised(String text) {
    return HexFormat.of().formatHex(sha256().digest(bytes(text)));
  }

  /**
   * UTF-8; the plain code units of a text that has lone surrogates, so that none reads like '?'.
   */
  private static byte[] bytes(String text) {
    try {
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[utf8.remaining()];
      utf8.get(bytes);
      return bytes;
    } catch (CharacterCodingException loneSurrogate) {
      ByteBuffer units = ByteBuffer.allocate(text.length() * Character.BYTES);
      units.asCharBuffer().put(text);
      return units.array();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
