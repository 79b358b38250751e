package dagscribe.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.regex.Pattern;

/** Says what is wrong with a text that is no JSON, without the names of the parser's classes. */
final class JsonProblem {

  /** How the parser tells programmers which class to turn to. */
  private static final Pattern ADVICE =
      Pattern.compile(", from `[^`]*`|: enable `.*| \\(start marker at .*");

  private JsonProblem() {}

  /** One line for the person who wrote the text. */
  static String of(JsonProcessingException e) {
    if (e instanceof MismatchedInputException) {
      return "not JSON: something follows the value";
    }
    String kind = e instanceof StreamConstraintsException ? "JSON beyond a limit: " : "not JSON: ";
    String first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return kind + ADVICE.matcher(first).replaceAll("");
  }
}
