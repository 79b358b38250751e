package dagscribe.prompt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds the results in a text: every JSON object with an {@code instruction}, at any depth, up to
 * where the JSON ends or breaks. So an array at top level, a single object, a code fence, prose
 * before and after, fields nobody asked for and an array cut in the middle need no case of their
 * own.
 */
final class ResultScanner {

  /**
   * Places tried as the start of the JSON. Prose has a few brackets at most; without a bound, a
   * text of nothing but brackets would take time by its square.
   */
  private static final int MAX_STARTS = 50;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private ResultScanner() {}

  /** One result; the id is empty if it has none. */
  record Result(String id, String instruction) {}

  /** The results of a text, in order; none if there is no JSON with any. */
  static List<Result> scan(String text) {
    int start = nextStart(text, 0);
    for (int tried = 0; start >= 0 && tried < MAX_STARTS; tried++) {
      List<Result> results = resultsFrom(text.substring(start));
      if (!results.isEmpty()) {
        return results;
      }
      start = nextStart(text, start + 1);
    }
    return List.of();
  }

  private static int nextStart(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  private static List<Result> resultsFrom(String json) {
    List<Result> results = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(json)) {
      Deque<Fields> open = new ArrayDeque<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        step(parser, token, open, results);
      }
    } catch (JsonProcessingException endOfJson) {
      // Here the JSON ends: the text goes on in prose, or was cut. What is complete stands.
      return results;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return results;
  }

  private static void step(
      JsonParser parser, JsonToken token, Deque<Fields> open, List<Result> results)
      throws IOException {
    if (token == JsonToken.START_OBJECT) {
      open.push(new Fields());
    } else if (token == JsonToken.END_OBJECT) {
      open.pop().addTo(results);
    } else if (token.isScalarValue() && parser.getParsingContext().inObject()) {
      open.element().set(parser.currentName(), parser.getValueAsString(""));
    }
  }

  /** The fields of one object that matter. */
  private static final class Fields {
    private String id = "";
    private String instruction = "";
    private boolean isResult;

    void set(String name, String value) {
      if (name.equals("id")) {
        id = value;
      } else if (name.equals("instruction")) {
        instruction = value;
        isResult = true;
      }
    }

    void addTo(List<Result> results) {
      if (isResult) {
        results.add(new Result(id, instruction));
      }
    }
  }
}
