package dagscribe.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.CharMatcher;
import dagscribe.source.Dag;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The licence that a record states of its source. */
public final class RecordLicence {

  /** What a record without a licence is counted under. */
  public static final String UNKNOWN = "unknown";

  private static final int MAX_CHARS = 60;
  private static final List<String> FIELDS = List.of("license", "licence", "licenses", "licences");

  private RecordLicence() {}

  /**
   * The text of {@code license}, {@code licence} or their plurals, in {@code metadata} or in the
   * record itself, several joined by commas and at most {@value #MAX_CHARS} characters of it.
   */
  public static String of(Dag dag) {
    if (!dag.extra().contains("licen")) {
      return UNKNOWN;
    }
    ObjectNode extra = RecordLines.extra(dag);
    return Stream.of(extra.path("metadata"), extra)
        .flatMap(object -> FIELDS.stream().map(object::path))
        .map(RecordLicence::text)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static String text(JsonNode value) {
    List<String> texts = new ArrayList<>();
    (value.isArray() ? value : List.of(value))
        .forEach(each -> texts.add(each.isTextual() ? each.textValue() : ""));
    texts.removeIf(String::isBlank);
    String text = CharMatcher.whitespace().trimAndCollapseFrom(String.join(", ", texts), ' ');
    return text.codePointCount(0, text.length()) <= MAX_CHARS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CHARS)) + "…";
  }
}
