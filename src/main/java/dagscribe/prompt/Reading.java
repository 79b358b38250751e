package dagscribe.prompt;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as somebody may read it who sees through look-alikes, invisible characters and escapes,
 * with the place of each character in the text itself. Takes linear time.
 */
final class Reading {

  /**
   * Characters written as something else: references of HTML, themselves escaped or not, escapes of
   * Python and JSON, and of URLs. The digits of each are a group.
   */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "&(?:amp;){0,9}+(?:#0{0,9}+([0-9]{1,7})|#x0{0,9}+([0-9a-f]{1,6})"
              + "|(lt|lang|laquo|lsaquo|sol|bsol));?"
              + "|%(?:25){0,9}+([2-7][0-9a-f])|\\\\x([2-7][0-9a-f])"
              + "|\\\\u(?:0000)?+([0-9a-f]{4})");

  private static final int HTML_DECIMAL = 1;
  private static final int HTML_NAME = 3;

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  private Reading() {}

  /** Reads a text. */
  static Reading of(String source) {
    Reading reading = new Reading();
    for (int at = 0; at < source.length(); ) {
      int codePoint = source.codePointAt(at);
      int end = at + Character.charCount(codePoint);
      reading.add(codePoint, at, end);
      at = end;
    }
    return reading.unescaped();
  }

  /** What is read. */
  CharSequence text() {
    return text;
  }

  /** Where in the source the character begins that is read at this place. */
  int start(int place) {
    return starts[place];
  }

  /** Where in the source it ends, exclusive. */
  int end(int place) {
    return ends[place];
  }

  private void add(int codePoint, int start, int end) {
    if (codePoint < 0x80) {
      put(Lookalikes.ofAscii(codePoint), start, end);
    } else {
      String read = Lookalikes.reading(codePoint);
      for (int i = 0; i < read.length(); i++) {
        put(read.charAt(i), start, end);
      }
    }
  }

  private void put(char read, int start, int end) {
    if (text.length() == starts.length) {
      starts = Arrays.copyOf(starts, 2 * starts.length);
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(read);
  }

  private Reading unescaped() {
    Matcher escape = ESCAPE.matcher(text);
    if (!escape.find()) {
      return this;
    }
    Reading out = new Reading();
    int from = 0;
    do {
      out.copy(this, from, escape.start());
      out.add(character(escape), start(escape.start()), end(escape.end() - 1));
      from = escape.end();
    } while (escape.find());
    out.copy(this, from, text.length());
    return out;
  }

  private void copy(Reading other, int from, int to) {
    for (int i = from; i < to; i++) {
      put(other.text.charAt(i), other.start(i), other.end(i));
    }
  }

  private static int character(Matcher escape) {
    for (int group = 1; group <= escape.groupCount(); group++) {
      String written = escape.group(group);
      if (written != null && group == HTML_NAME) {
        return written.endsWith("sol") ? '/' : '<';
      }
      if (written != null) {
        int codePoint = Integer.parseInt(written, group == HTML_DECIMAL ? 10 : 16);
        return Character.isValidCodePoint(codePoint) ? codePoint : Lookalikes.HIDDEN;
      }
    }
    throw new IllegalStateException("an escape without a character");
  }
}
