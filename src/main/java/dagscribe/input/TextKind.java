package dagscribe.input;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that people have instead of JSONL, known by its first lines. */
final class TextKind {

  /** Words that begin a statement of Python and hardly ever another line. */
  private static final Pattern PYTHON =
      Pattern.compile("(?:import|from|def|class|async def|with) [A-Za-z_.].*|#!.*python.*");

  private static final Pattern COLUMN = Pattern.compile("\"?[\\w .-]{1,60}\"?");

  private static final List<String> LINE_ENDS_OF_CR = List.of("\r{", "\r\r{");

  private TextKind() {}

  /** What the text is; null if it is not known. */
  static @Nullable String of(String head) {
    String text = head.stripLeading();
    if (text.startsWith("version https://git-lfs.github.com/spec/")) {
      return "a Git LFS pointer (git lfs pull fetches the file)";
    }
    String start = text.substring(0, Math.min(20, text.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
      return "an HTML page";
    }
    if (start.startsWith("<?xml")) {
      return "XML";
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return hasLineEndsOfCr(text) ? "text whose lines end in CR alone" : null;
    }
    return text.lines().anyMatch(line -> line.startsWith("{")) ? null : ofPlain(text);
  }

  // No string of JSON holds a CR as it is.
  private static boolean hasLineEndsOfCr(String text) {
    return text.indexOf('\n') < 0 && LINE_ENDS_OF_CR.stream().anyMatch(text::contains);
  }

  private static @Nullable String ofPlain(String text) {
    if (text.lines().anyMatch(line -> PYTHON.matcher(line).matches())) {
      return "Python source (each DAG file goes into a record of its own)";
    }
    String first = text.lines().findFirst().orElse("");
    if (isHeader(first, ",") || isHeader(first, "\t") || isHeader(first, ";")) {
      return "a table with a header, such as CSV";
    }
    return text.indexOf('\0') >= 0 ? "binary data" : null;
  }

  private static boolean isHeader(String line, String separator) {
    List<String> columns = List.of(line.split(Pattern.quote(separator), -1));
    return columns.size() > 1
        && columns.stream().allMatch(column -> COLUMN.matcher(column).matches());
  }
}
