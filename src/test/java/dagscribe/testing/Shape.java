package dagscribe.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys and types of a value, as a loader sees them that guesses from what it reads. */
public final class Shape {

  private Shape() {}

  /** One word for all values of the same keys and types. */
  public static String of(JsonNode value) {
    if (value.isObject()) {
      var fields = new TreeMap<String, String>();
      value.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
      return fields.toString();
    }
    if (value.isArray()) {
      var elements = new TreeSet<String>();
      value.forEach(element -> elements.add(of(element)));
      return elements.toString();
    }
    return value.isNumber()
        ? (value.isIntegralNumber() ? "INTEGER" : "FRACTION")
        : value.getNodeType().name();
  }
}
