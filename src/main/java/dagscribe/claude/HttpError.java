package dagscribe.claude;

import java.util.Arrays;
import java.util.List;

/**
 * An HTTP answer that is not a message.
 *
 * @param status the HTTP status
 * @param type the error's type by the API's vocabulary; empty if the body has none
 * @param code the error's code, finer than the type; empty if the body has none
 * @param message the server's words; empty if the body has none
 */
public record HttpError(int status, String type, String code, String message) {

  /** A proxy wants to know who calls. */
  public static final int PROXY_AUTHENTICATION = 407;

  /** What this error means. */
  public FailureKind kind() {
    return ErrorRule.classify(this);
  }

  boolean hasStatus(int... statuses) {
    return Arrays.stream(statuses).anyMatch(each -> each == status);
  }

  boolean hasCode(String... codes) {
    return Arrays.asList(codes).contains(code);
  }

  boolean says(List<String> phrases) {
    return ErrorRule.containsAny(message, phrases);
  }
}
