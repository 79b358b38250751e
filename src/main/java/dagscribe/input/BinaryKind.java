package dagscribe.input;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A format that is no text and that people have instead of JSONL, known by its first bytes.
 *
 * @param says what it is, as the end of "this is"
 * @param isThis whether a file begins as one of this format
 */
record BinaryKind(String says, Predicate<byte[]> isThis) {

  private static final int TAR_MAGIC_OFFSET = 257;

  private static final List<BinaryKind> ALL =
      List.of(
          begins("Parquet", "PAR1"),
          begins("Parquet", "PARE"),
          begins("ORC", "ORC"),
          begins("Avro", "Obj\u0001"),
          begins("Arrow", "ARROW1"),
          begins("Arrow", "FEA1"),
          begins("an Arrow stream", "\u00ff\u00ff\u00ff\u00ff"),
          begins("HDF5", "\u0089HDF"),
          begins("an SQLite database", "SQLite format 3\0"),
          begins("a zip archive", "PK\u0003\u0004"),
          begins("a zip archive", "PK\u0005\u0006"),
          begins("a 7z archive", "7z\u00bc\u00af"),
          begins("a RAR archive", "Rar!"),
          begins("compressed with xz", "\u00fd7zXZ"),
          begins("compressed with LZ4", "\u0004\"M\u0018"),
          begins("compressed with Snappy", "\u00ff\u0006\0\0sN"),
          begins("compressed twice", "\u001f\u008b"),
          begins("compressed twice", "(\u00b5/\u00fd"),
          begins("PDF", "%PDF-"),
          new BinaryKind("compressed with deflate", BinaryKind::isZlib),
          new BinaryKind("a Python pickle", BinaryKind::isPickle),
          new BinaryKind("a tar archive", BinaryKind::isTar),
          new BinaryKind("UTF-32", BinaryKind::isUtf32),
          new BinaryKind("UTF-16", BinaryKind::isUtf16));

  private static BinaryKind begins(String says, String magic) {
    return new BinaryKind(says, head -> Magic.starts(head, magic));
  }

  /** What the beginning of a file shows it to be; null if it shows none of these. */
  static @Nullable String of(byte[] head) {
    for (BinaryKind kind : ALL) {
      if (kind.isThis.test(head)) {
        return kind.says;
      }
    }
    return null;
  }

  private static boolean isTar(byte[] head) {
    return Magic.isAt(TAR_MAGIC_OFFSET, head, "ustar");
  }

  // RFC 1950: the first two bytes, as one number, are a multiple of 31.
  private static boolean isZlib(byte[] head) {
    return Magic.starts(head, "x") && head.length > 2 && (0x7800 + (head[1] & 0xFF)) % 31 == 0;
  }

  private static boolean isPickle(byte[] head) {
    return Magic.starts(head, "\u0080") && head.length > 1 && head[1] < 6;
  }

  private static boolean isUtf32(byte[] head) {
    return Magic.starts(head, "\u00ff\u00fe\0\0")
        || Magic.starts(head, "\0\0\u00fe\u00ff")
        || isAsciiEvery(4, 0, head)
        || isAsciiEvery(4, 3, head);
  }

  private static boolean isUtf16(byte[] head) {
    return Magic.starts(head, "\u00ff\u00fe")
        || Magic.starts(head, "\u00fe\u00ff")
        || isAsciiEvery(2, 0, head)
        || isAsciiEvery(2, 1, head);
  }

  /** Whether the first characters are ASCII, each of some bytes of which one is not zero. */
  private static boolean isAsciiEvery(int width, int index, byte[] head) {
    int characters = Math.min(4, head.length / width);
    boolean fits = characters > 1;
    for (int i = 0; fits && i < characters * width; i++) {
      fits = i % width == index ? head[i] > 0 : head[i] == 0;
    }
    return fits;
  }
}
