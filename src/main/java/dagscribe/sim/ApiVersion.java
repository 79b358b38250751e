package dagscribe.sim;

import java.util.Arrays;
import java.util.Optional;

/** A version of the API, by its {@code anthropic-version} header. */
enum ApiVersion {
  V2023_06_01("2023-06-01", true),
  V2026_10_21("2026-10-21", false);

  /** Whether sampling parameters are fields of a request at all. */
  final boolean samplingFields;

  private final String header;

  ApiVersion(String header, boolean samplingFields) {
    this.header = header;
    this.samplingFields = samplingFields;
  }

  static Optional<ApiVersion> of(String header) {
    return Arrays.stream(values()).filter(version -> version.header.equals(header)).findFirst();
  }
}
