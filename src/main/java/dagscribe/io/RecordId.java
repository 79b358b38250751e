package dagscribe.io;

import com.google.common.hash.Hashing;
import dagscribe.dag.Origin;
import java.nio.charset.StandardCharsets;

/** Ids for records that have none: unique in a run, and the same in every run over these files. */
final class RecordId {

  /** 64 bits: a clash among five million records has a chance of one in a million. */
  private static final int HEX_DIGITS = 16;

  private RecordId() {}

  static String of(Origin origin) {
    String hash = Hashing.sha256().hashString(origin.toString(), StandardCharsets.UTF_8).toString();
    return "dag-" + hash.substring(0, HEX_DIGITS);
  }
}
