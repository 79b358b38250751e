package dagscribe.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON that is no JSONL: one value over all lines of the file. */
final class JsonKind {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private JsonKind() {}

  /** What the file is; null if it may be JSONL. */
  static @Nullable String of(FileHead head) {
    String text = head.text().stripLeading();
    if (text.startsWith("[")) {
      return isOneValue(text, head.isWhole())
          ? "a JSON array (jq -c '.[]' makes lines of it)"
          : null;
    }
    if (!text.startsWith("{") || !spansLines(text)) {
      return null;
    }
    return text.contains("\"nbformat\"") || text.contains("\"cells\"")
        ? "a Jupyter notebook"
        : "a JSON document over several lines (jq -c . makes one of them)";
  }

  // A record that is cut off and followed by others is one bad line, and no document.
  private static boolean spansLines(String text) {
    int lineEnd = text.indexOf('\n');
    int end = firstValueEnd(text);
    boolean isCutOff = end == text.length() && text.contains("\n{");
    return lineEnd >= 0 && end > lineEnd && !isCutOff;
  }

  private static boolean isOneValue(String text, boolean isWhole) {
    int end = firstValueEnd(text);
    return end == text.length() || (end > 0 && isWhole && text.substring(end).isBlank());
  }

  /** Where the first value ends, the whole length if it goes on, 0 if it is no JSON. */
  private static int firstValueEnd(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      int depth = 0;
      do {
        JsonToken token = parser.nextToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      } while (depth > 0);
      return (int) parser.currentLocation().getCharOffset();
    } catch (JsonEOFException e) {
      return text.length();
    } catch (IOException e) {
      return 0;
    }
  }
}
