package dagscribe.claude.sdk;

import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.Headers;
import com.anthropic.core.http.HttpClient;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import com.anthropic.core.http.Interceptor;
import com.anthropic.errors.AnthropicIoException;
import java.io.InputStream;
import java.net.ProtocolException;

/** Lets the SDK see no body without a bound, and no fault of a server as one of the program. */
final class AnswerGuard {

  private AnswerGuard() {}

  static Interceptor interceptor() {
    return Interceptor.syncOnly(AnswerGuard::execute);
  }

  private static HttpResponse execute(
      HttpClient client, HttpRequest request, RequestOptions options) {
    try {
      return bounded(client.execute(request, options));
    } catch (IllegalStateException e) {
      // OkHttp 4.12 does not expect every order of answers, such as 100 Continue over and over.
      throw new AnthropicIoException(
          "no answer", new ProtocolException("answers in a wrong order: " + e.getMessage()));
    }
  }

  private static HttpResponse bounded(HttpResponse response) {
    BoundedBody body = new BoundedBody(response.body());
    return new HttpResponse() {
      @Override
      public int statusCode() {
        return response.statusCode();
      }

      @Override
      public Headers headers() {
        return response.headers();
      }

      @Override
      public InputStream body() {
        return body;
      }

      @Override
      public void close() {
        response.close();
      }
    };
  }
}
