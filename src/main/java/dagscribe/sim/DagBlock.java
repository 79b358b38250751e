package dagscribe.sim;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One DAG of a prompt. The user's message begins with a line {@code Marker: WORD}, and each DAG
 * stands in it as {@code <dag-WORD id="d1">source</dag-WORD>}.
 *
 * @param source the text between the tags, without the line breaks next to them
 */
record DagBlock(String id, String source) {

  private static final Pattern MARKER = Pattern.compile("\\AMarker: ([A-Za-z0-9]{1,64})\\R");

  /** The blocks of a prompt, in order; none without a marker. */
  static List<DagBlock> allOf(String text) {
    return markerOf(text).map(marker -> marked(marker, text)).orElse(List.of());
  }

  /** The word that marks the blocks of a prompt. */
  static Optional<String> markerOf(String text) {
    Matcher marker = MARKER.matcher(text);
    return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
  }

  private static List<DagBlock> marked(String marker, String text) {
    return Pattern.compile(
            "<dag-W id=\"([^\"]+)\">\\R?(.*?)\\R?</dag-W>".replace("W", marker), Pattern.DOTALL)
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
