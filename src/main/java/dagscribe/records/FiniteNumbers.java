package dagscribe.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The numbers of a record, made such that every reader of JSON takes them. NaN, which Python writes
 * for what is missing, becomes null. A number beyond a double's range makes loaders refuse the
 * whole file, so it is no part of a record, and neither is infinity.
 */
final class FiniteNumbers {

  private FiniteNumbers() {}

  /**
   * Goes through an object and all within it.
   *
   * @throws MalformedRecordException if a number is infinite, or a double cannot hold it
   */
  static void require(ObjectNode object) throws MalformedRecordException {
    for (var field : object.properties()) {
      field.setValue(finite(field.getValue()));
    }
  }

  private static JsonNode finite(JsonNode value) throws MalformedRecordException {
    if (value instanceof ObjectNode object) {
      require(object);
    } else if (value instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, finite(array.get(i)));
      }
    } else if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
      return missing(value);
    }
    return value;
  }

  private static NullNode missing(JsonNode number) throws MalformedRecordException {
    if (Double.isNaN(number.doubleValue())) {
      return NullNode.getInstance();
    }
    throw new MalformedRecordException("a number is beyond the range of a double");
  }
}
