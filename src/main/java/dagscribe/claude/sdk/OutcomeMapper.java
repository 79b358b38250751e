package dagscribe.claude.sdk;

import com.anthropic.core.JsonValue;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicServiceException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.base.Throwables;
import dagscribe.claude.Attempt;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.HttpError;
import dagscribe.claude.MessageRequest;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.util.List;

/**
 * Turns the SDK's exceptions into failures; nothing of the SDK's is kept, since none of its types
 * can be serialized.
 */
final class OutcomeMapper {
  private final ErrorText text;
  private final HeaderReader headers;

  OutcomeMapper(ErrorText text, HeaderReader headers) {
    this.text = text;
    this.headers = headers;
  }

  /** No answer that could be read to its end. */
  Attempt failed(AnthropicException e, MessageRequest request) {
    return e instanceof AnthropicServiceException service
        ? refused(service, request)
        : Attempt.of(unanswered(e, request));
  }

  /** A 2xx answer whose body is no message, or does not end; its tokens may well be billed. */
  Attempt unreadable(RuntimeException e, HttpResponse response, MessageRequest request) {
    ResponseHeaders said = headers.of(response.headers());
    List<Throwable> chain = Throwables.getCausalChain(e);
    CallFailure failure =
        chain.stream().anyMatch(InterruptedIOException.class::isInstance)
            ? unanswered(e, request)
            : broken(why(chain, response), response.statusCode(), said, request);
    return new Attempt(failure, said.account(), null, null);
  }

  /** What is wrong with it as far as that is known, and how it begins. */
  private static String why(List<Throwable> chain, HttpResponse response) {
    Throwable thrown = chain.get(0);
    Throwable root = chain.get(chain.size() - 1);
    String status = ErrorText.ofStatus(response.statusCode());
    if (thrown instanceof AnswerMapper.SenselessAnswerException
        || root instanceof BoundedBody.BodyTooLargeException) {
      return status + ": " + root.getMessage();
    }
    String words = response.body() instanceof BoundedBody body ? body.beginning() : "";
    String read = WebPage.is(words) ? WebPage.words(words) : words;
    // Without a cause it is the SDK that misses something in what is JSON.
    boolean isTold = thrown == root || root instanceof ProtocolException;
    String missed = isTold ? ": " + root.getMessage() : "";
    return status + missed + (read.isBlank() ? "" : ": " + read);
  }

  private CallFailure broken(String why, int status, ResponseHeaders said, MessageRequest request) {
    String message = text.oneLine(why, request.user());
    return new CallFailure(FailureKind.BROKEN_ANSWER, message, status, said.requestId(), 1, 1);
  }

  private Attempt refused(AnthropicServiceException e, MessageRequest request) {
    JsonNode error = body(e.body());
    HttpError http =
        new HttpError(
            e.statusCode(),
            error.path("type").asText(""),
            code(error),
            error.isTextual() ? error.asText() : error.path("message").asText(""));
    ResponseHeaders said = headers.of(e.headers());
    CallFailure failure =
        new CallFailure(
            http.kind(),
            text.oneLine(words(http, said), request.user()),
            http.status(),
            said.requestId(),
            1,
            http.kind() == FailureKind.BROKEN_ANSWER ? 1 : 0);
    return new Attempt(failure, said.account(), said.serverDelay(), said.shouldRetry());
  }

  private static String words(HttpError http, ResponseHeaders said) {
    if (http.kind() == FailureKind.UNREACHABLE) {
      return http.status() == HttpError.PROXY_AUTHENTICATION
          ? "the proxy refuses the user and password in its URL, or wants them (407)"
          : "the server redirects ("
              + http.status()
              + ") to "
              + said.location()
              + ", which is not followed, as the sources would go there";
    }
    return http.message().isBlank() ? ErrorText.ofStatus(http.status()) : http.message();
  }

  private CallFailure unanswered(RuntimeException e, MessageRequest request) {
    IoFault fault = IoFault.of(e);
    Throwable root = fault.told(e);
    String said = root.getMessage() == null ? "" : ": " + root.getMessage();
    String cause = text.oneLine(root.getClass().getSimpleName() + said, request.user());
    return new CallFailure(fault.kind(), fault.message(cause), 0, "", 1, fault.ambiguousAttempts());
  }

  /** The error object of the body, in the API's shape or in others' shapes. */
  private static JsonNode body(JsonValue value) {
    JsonNode body = value.isMissing() ? null : value.convert(JsonNode.class);
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
}
