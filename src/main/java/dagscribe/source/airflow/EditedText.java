package dagscribe.source.airflow;

import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A text and the edits made to it so far, all in positions of the original. An edit takes the place
 * of those within it, so that one tree serves for all of them.
 */
final class EditedText {

  private final String original;
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();
  private int length;

  EditedText(String original) {
    this.original = original;
    this.length = original.length();
  }

  /** The length of the text with its edits. */
  int length() {
    return length;
  }

  /** Makes an edit, unless it lies within or across another, or would save nothing. */
  void make(Edit edit) {
    NavigableMap<Integer, Edit> within = edits.subMap(edit.start(), true, edit.end(), false);
    int saving = edit.saving() - within.values().stream().mapToInt(Edit::saving).sum();
    if (saving <= 0 || isWithinOrAcrossAnother(edit, within)) {
      return;
    }
    within.clear();
    edits.put(edit.start(), edit);
    length -= saving;
  }

  private boolean isWithinOrAcrossAnother(Edit edit, NavigableMap<Integer, Edit> within) {
    var before = edits.lowerEntry(edit.start());
    return (before != null && before.getValue().end() > edit.start())
        || (!within.isEmpty() && within.lastEntry().getValue().end() > edit.end());
  }

  @Override
  public String toString() {
    StringBuilder result = new StringBuilder(length);
    int at = 0;
    for (Edit edit : edits.values()) {
      result.append(original, at, edit.start()).append(edit.replacement());
      at = edit.end();
    }
    return result.append(original, at, original.length()).toString();
  }
}
