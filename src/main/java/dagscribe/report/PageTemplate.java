package dagscribe.report;

import dagscribe.text.JarText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places of the form <code>{{name}}</code>. All are filled in one pass, so that what is
 * filled in is never taken for a place.
 *
 * @param text the text
 */
record PageTemplate(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w++)}}");

  /** The template in a resource of the jar. */
  static PageTemplate resource(String name) {
    return new PageTemplate(JarText.read(name));
  }

  /**
   * The text with every place filled.
   *
   * @param values what to fill in, by name
   * @throws IllegalArgumentException if a place has no value
   */
  String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
