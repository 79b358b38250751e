package dagscribe.input;

import org.jspecify.annotations.Nullable;

/**
 * What a file is as a whole, where it is no JSONL of records: one sentence about the file is worth
 * more than a failure for each of its lines. Whatever is not known for something else is taken for
 * JSONL, and its lines are judged one by one.
 */
final class FileKind {

  private FileKind() {}

  /**
   * What is wrong with a file that begins like this; null if nothing is.
   *
   * @param contentField name of the field that holds the source
   */
  static @Nullable String complaint(FileHead head, String contentField) {
    String kind = BinaryKind.of(head.bytes());
    if (kind == null) {
      kind = TextKind.of(head.text());
    }
    if (kind == null) {
      kind = JsonKind.of(head);
    }
    return kind == null
        ? ContentColumn.complaint(head.wholeLines(), contentField)
        : "this is " + kind + ", not JSONL";
  }
}
