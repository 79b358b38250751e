package dagscribe.source;

import java.util.Comparator;

/**
 * Where a record was read: the file and the line in it. The order is by file name, then by line; it
 * decides which of several equal DAGs is the first.
 *
 * @param file name of the file as the file system gives it
 * @param line 1 for the first line of the (decompressed) file
 */
public record Origin(String file, long line) implements Comparable<Origin> {

  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::file).thenComparingLong(Origin::line);

  public Origin {
    if (line < 1) {
      throw new IllegalArgumentException("line must be 1 or more: " + line);
    }
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
