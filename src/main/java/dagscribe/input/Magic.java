package dagscribe.input;

import java.nio.charset.StandardCharsets;

/**
 * Bytes by which a format is known, written as the characters of ISO 8859-1 of the same numbers.
 */
final class Magic {

  private Magic() {}

  static boolean starts(byte[] bytes, String magic) {
    return isAt(0, bytes, magic);
  }

  static boolean isAt(int offset, byte[] bytes, String magic) {
    byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
    boolean fits = bytes.length >= offset + wanted.length;
    for (int i = 0; fits && i < wanted.length; i++) {
      fits = bytes[offset + i] == wanted[i];
    }
    return fits;
  }
}
