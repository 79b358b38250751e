package dagscribe.estimate;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in columns of even width: numbers to the right, words to the left. */
final class TextTable {

  private static final String GAP = "  ";

  private TextTable() {}

  /**
   * Renders rows, the first of which is the header.
   *
   * @param rows of equal length
   */
  static String of(List<List<String>> rows) {
    List<Column> columns =
        IntStream.range(0, rows.get(0).size()).mapToObj(i -> Column.of(rows, i)).toList();
    return rows.stream().map(row -> line(row, columns)).collect(Collectors.joining());
  }

  private static String line(List<String> row, List<Column> columns) {
    return IntStream.range(0, row.size())
            .mapToObj(i -> columns.get(i).padded(row.get(i)))
            .collect(Collectors.joining(GAP))
            .stripTrailing()
        + "\n";
  }

  private record Column(int width, boolean numbers) {

    static Column of(List<List<String>> rows, int index) {
      List<String> cells = rows.stream().map(row -> row.get(index)).toList();
      return new Column(
          cells.stream().mapToInt(String::length).max().orElse(0),
          cells.stream().skip(1).anyMatch(cell -> Character.isDigit(cell.charAt(0))));
    }

    String padded(String cell) {
      String blanks = " ".repeat(width - cell.length());
      return numbers ? blanks + cell : cell + blanks;
    }
  }
}
