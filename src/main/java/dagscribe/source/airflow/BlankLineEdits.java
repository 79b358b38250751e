package dagscribe.source.airflow;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes blank lines out, save those within strings. */
final class BlankLineEdits {

  private static final Pattern BLANK_LINES = Pattern.compile("(?<=\\n)\\n+|\\A\\n+");

  private BlankLineEdits() {}

  static List<Edit> all(SyntaxTree tree) {
    List<Edit> edits = new ArrayList<>();
    Matcher blank = BLANK_LINES.matcher(tree.source());
    StringCover strings = StringCover.of(tree);
    while (blank.find()) {
      if (!strings.covers(blank.start())) {
        edits.add(new Edit(blank.start(), blank.end(), ""));
      }
    }
    return edits;
  }
}
