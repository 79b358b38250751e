package dagscribe.claude.sdk;

import com.anthropic.core.JsonValue;
import com.anthropic.core.http.Headers;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.base.Throwables;
import dagscribe.claude.Attempt;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.HttpError;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.AccountView;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Turns the SDK's exceptions into failures; nothing of the SDK's is kept, since none of its types
 * can be serialized.
 */
final class OutcomeMapper {
  private final ErrorText text;
  private final InstantSource clock;

  OutcomeMapper(ErrorText text, InstantSource clock) {
    this.text = text;
    this.clock = clock;
  }

  Attempt failed(AnthropicException e, MessageRequest request) {
    if (e instanceof AnthropicServiceException service) {
      return refused(service, request);
    }
    if (e instanceof AnthropicIoException) {
      return Attempt.of(unanswered(e, request));
    }
    if (e instanceof AnthropicInvalidDataException && has(e, InterruptedIOException.class)) {
      return Attempt.of(unanswered(e, request));
    }
    return Attempt.of(broken(Headers.builder().build(), 200, request));
  }

  /** A 2xx answer whose body is no message; its tokens may well be billed. */
  Attempt brokenBody(int status, Headers headers, MessageRequest request) {
    AccountView account = new ResponseHeaders(headers, clock).account();
    return new Attempt(broken(headers, status, request), account, null, null);
  }

  private CallFailure broken(Headers headers, int status, MessageRequest request) {
    String message = text.oneLine(ErrorText.ofStatus(status), request.user());
    String requestId = new ResponseHeaders(headers, clock).requestId();
    return new CallFailure(FailureKind.BROKEN_ANSWER, message, status, requestId, 1, 1);
  }

  private Attempt refused(AnthropicServiceException e, MessageRequest request) {
    JsonNode error = body(e.body());
    HttpError http =
        new HttpError(
            e.statusCode(),
            error.path("type").asText(""),
            code(error),
            error.isTextual() ? error.asText() : error.path("message").asText(""));
    String said = http.message().isBlank() ? ErrorText.ofStatus(http.status()) : http.message();
    ResponseHeaders headers = new ResponseHeaders(e.headers(), clock);
    CallFailure failure =
        new CallFailure(
            http.kind(),
            text.oneLine(said, request.user()),
            http.status(),
            headers.requestId(),
            1,
            http.kind() == FailureKind.BROKEN_ANSWER ? 1 : 0);
    return new Attempt(failure, headers.account(), headers.serverDelay(), headers.shouldRetry());
  }

  private CallFailure unanswered(AnthropicException e, MessageRequest request) {
    // A timeout cancels the call, and which of the two is the root differs from case to case.
    boolean isTimeout = has(e, InterruptedIOException.class);
    Throwable root = root(e);
    String said = root.getMessage() == null ? "" : root.getMessage();
    boolean isUnsent =
        has(e, ConnectException.class)
            || has(e, UnknownHostException.class)
            || (has(e, SocketTimeoutException.class)
                && said.toLowerCase(Locale.ROOT).contains("connect"));
    String cause = said.isEmpty() ? "" : ": " + said;
    String message =
        (isTimeout ? "no answer in time" : "the connection failed")
            + " ("
            + root.getClass().getSimpleName()
            + text.oneLine(cause, request.user())
            + ")";
    FailureKind kind = isTimeout && !isUnsent ? FailureKind.TIMEOUT : FailureKind.CONNECTION;
    return new CallFailure(kind, message, 0, "", 1, isUnsent ? 0 : 1);
  }

  /** The error object of the body, in the API's shape or in others' shapes. */
  private static JsonNode body(JsonValue value) {
    JsonNode body = value.convert(JsonNode.class);
    if (body == null) {
      return MissingNode.getInstance();
    }
    JsonNode error = body.path("error");
    if (!error.isMissingNode() && !error.isNull()) {
      return error;
    }
    return body.path("detail").isTextual() ? body.path("detail") : body;
  }

  private static String code(JsonNode error) {
    String code = error.path("details").path("error_code").asText("");
    return code.isEmpty() ? error.path("code").asText("") : code;
  }

  private static boolean has(Throwable e, Class<? extends Throwable> type) {
    return Throwables.getCausalChain(e).stream().anyMatch(type::isInstance);
  }

  private static Throwable root(Throwable e) {
    return Throwables.getRootCause(e);
  }
}
