package dagscribe.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.hash.Hashing;
import dagscribe.source.Origin;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Ids for records that have none: unique in a run, and the same in every run over these files. */
final class RecordId {

  /** 64 bits: a clash among five million records has a chance of one in a million. */
  private static final int HEX_DIGITS = 16;

  private RecordId() {}

  /** The id that a value states: a text, or a whole number however it is written; null if none. */
  static @Nullable String stated(JsonNode id) {
    if (id.isTextual()) {
      return id.textValue().isBlank() ? null : id.textValue();
    }
    boolean isWhole = id.isNumber() && Double.isFinite(id.doubleValue()) && isWhole(id);
    return isWhole ? id.decimalValue().toBigIntegerExact().toString() : null;
  }

  private static boolean isWhole(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().scale() <= 0;
  }

  static String of(Origin origin) {
    String hash = Hashing.sha256().hashString(origin.toString(), StandardCharsets.UTF_8).toString();
    return "dag-" + hash.substring(0, HEX_DIGITS);
  }
}
