package dagscribe.sim;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One DAG of a prompt, as {@code <dag id="d1">source</dag>}.
 *
 * @param source the text between the tags, without the line breaks next to them
 */
record DagBlock(String id, String source) {

  private static final Pattern BLOCK =
      Pattern.compile("<dag id=\"([^\"]+)\"[^>]*>\\R?(.*?)\\R?</dag>", Pattern.DOTALL);

  /** The blocks of a prompt, in order. */
  static List<DagBlock> allOf(String text) {
    return BLOCK
        .matcher(text)
        .results()
        .map(match -> new DagBlock(match.group(1), match.group(2)))
        .toList();
  }

  /** The same for equal sources. */
  String sha256() {
    return Hashing.sha256().hashString(source, StandardCharsets.UTF_8).toString();
  }

  /** The same for equal sources, and short. */
  long hash() {
    return Hashing.murmur3_128().hashString(source, StandardCharsets.UTF_8).asLong();
  }
}
