package dagscribe.source.airflow;

import java.util.List;

/**
 * The last resort: whole lines are left out. Lines with a word that a fact may hang on stay before
 * others, earlier ones before later ones; a mark at the end says that something is missing. Only a
 * text whose lines are all too long is cut within its first.
 */
final class LineCut {

  private static final String MARK = "# ...\n";

  private LineCut() {}

  static String to(String text, int budgetChars) {
    if (text.length() <= budgetChars) {
      return text;
    }
    if (budgetChars <= MARK.length()) {
      return "";
    }
    List<String> lines = text.lines().toList();
    boolean[] kept = new boolean[lines.size()];
    int left = budgetChars - MARK.length();
    int afterTelling = keep(lines, kept, true, left);
    int afterAll = keep(lines, kept, false, afterTelling);
    return afterAll == left ? beginning(text, left) : join(lines, kept);
  }

  /** The beginning of a text of which not even one line fits. */
  private static String beginning(String text, int chars) {
    int end = Math.max(0, chars - 1);
    boolean splitsPair = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, splitsPair ? end - 1 : end) + "\n" + MARK;
  }

  /** Keeps lines of one kind while they fit; returns how many characters are left. */
  private static int keep(List<String> lines, boolean[] kept, boolean telling, int chars) {
    int left = chars;
    for (int i = 0; i < kept.length; i++) {
      String line = lines.get(i);
      if (!kept[i] && isTelling(line) == telling) {
        if (line.length() + 1 > left) {
          return left;
        }
        kept[i] = true;
        left -= line.length() + 1;
      }
    }
    return left;
  }

  private static boolean isTelling(String line) {
    return Landmarks.of(line).within(0, line.length());
  }

  private static String join(List<String> lines, boolean[] kept) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        text.append(lines.get(i)).append('\n');
      }
    }
    return text.append(MARK).toString();
  }
}
