package dagscribe.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The DAGs of one call and the message that asks about them.
 *
 * @param user the user's message: a line {@code Marker: WORD}, then a block {@code <dag-WORD
 *     id="d1">} for each DAG
 * @param keysById the caller's key of each DAG by its id in the message, in order d1, d2, ...
 * @param charsByKey characters of each DAG in the message, to share what the call cost
 * @param templateChars characters of the system text and the schema
 */
public record Pack(
    String user, Map<String, String> keysById, Map<String, Integer> charsByKey, int templateChars) {

  public Pack {
    keysById = Collections.unmodifiableMap(new LinkedHashMap<>(keysById));
    charsByKey = Collections.unmodifiableMap(new LinkedHashMap<>(charsByKey));
    if (keysById.isEmpty()) {
      throw new IllegalArgumentException("a pack has at least one DAG");
    }
  }

  /** How many DAGs it asks about. */
  public int dagCount() {
    return keysById.size();
  }

  /** Characters of all input: system text, schema and message. */
  public int inputChars() {
    return templateChars + user.length();
  }

  /** Input in tokens at so many characters a token, rounded up. */
  public long inputTokens(double charsPerToken) {
    return (long) Math.ceil(inputChars() / charsPerToken);
  }
}
