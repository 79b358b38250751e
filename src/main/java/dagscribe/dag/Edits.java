package dagscribe.dag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Applies as few of the proposed edits as bring a text within its budget, the largest first. */
final class Edits {

  private static final Comparator<Edit> LARGEST_FIRST =
      Comparator.comparingInt(Edit::saving).reversed().thenComparingInt(Edit::start);

  private Edits() {}

  /** The text with all edits made that it takes, or all that there are; overlapping ones once. */
  static String apply(String text, List<Edit> proposed, int budgetChars) {
    NavigableMap<Integer, Edit> chosen = new TreeMap<>();
    int length = text.length();
    for (Edit edit : proposed.stream().sorted(LARGEST_FIRST).toList()) {
      if (length <= budgetChars || edit.saving() <= 0) {
        break;
      }
      if (!overlapsAny(edit, chosen)) {
        chosen.put(edit.start(), edit);
        length -= edit.saving();
      }
    }
    return make(text, chosen);
  }

  private static boolean overlapsAny(Edit edit, NavigableMap<Integer, Edit> chosen) {
    Map.Entry<Integer, Edit> before = chosen.floorEntry(edit.start());
    Map.Entry<Integer, Edit> after = chosen.ceilingEntry(edit.start());
    return (before != null && edit.overlaps(before.getValue()))
        || (after != null && edit.overlaps(after.getValue()));
  }

  private static String make(String text, NavigableMap<Integer, Edit> edits) {
    StringBuilder result = new StringBuilder(text.length());
    int at = 0;
    for (Edit edit : edits.values()) {
      result.append(text, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
