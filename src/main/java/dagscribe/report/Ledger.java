package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The proof that nothing was lost: non-blank lines read on one side, lines written to each
 * destination on the other. Both sides are counted independently, the right one in the files as
 * they lie in the output directory.
 */
@JsonIgnoreProperties(value = "balanced", allowGetters = true)
public record Ledger(
    long read, long instructions, long skipped, long failed, long deferred, long review) {

  /** Lines written to all destinations. */
  public long written() {
    return instructions + skipped + failed + deferred + review;
  }

  /** Whether every line read was written once. */
  @JsonProperty("balanced")
  public boolean balanced() {
    return read == written();
  }
}
