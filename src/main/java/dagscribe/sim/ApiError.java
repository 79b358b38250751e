package dagscribe.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An error of the API, as its body tells it.
 *
 * @param type the API's word for the class of error
 * @param code the finer error code under {@code details}; null for most errors
 */
record ApiError(int status, String type, String message, @Nullable String code) {

  static ApiError invalidRequest(String message) {
    return new ApiError(400, "invalid_request_error", message, null);
  }

  static ApiError unauthorised(String message) {
    return new ApiError(401, "authentication_error", message, null);
  }

  static ApiError notFound(String message) {
    return new ApiError(404, "not_found_error", message, null);
  }

  static ApiError tooLarge() {
    return new ApiError(413, "request_too_large", "Request exceeds the maximum size", null);
  }

  static ApiError rateLimited(String message) {
    return new ApiError(429, "rate_limit_error", message, null);
  }

  /** The error body of one request. */
  ObjectNode body(String requestId) {
    ObjectNode body = Json.object().put("type", "error");
    ObjectNode error = body.putObject("error").put("type", type).put("message", message);
    if (code != null) {
      error.putObject("details").put("error_code", code);
    }
    return body.put("request_id", requestId);
  }
}
