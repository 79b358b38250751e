package dagscribe.claude.sdk;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.Timeout;
import com.anthropic.core.http.ProxyAuthenticator;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.environment.ProxyServer;
import dagscribe.delivery.ClientSettings;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the SDK's client for one server. */
final class ClientBuilder {

  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  /** Sent to servers that want some key, whatever it is. */
  private static final String NO_KEY = "none";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final ClientSettings settings;
  private final CallEnvironment environment;

  ClientBuilder(ClientSettings settings, CallEnvironment environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * Builds it.
   *
   * @param connections kept open when idle
   */
  AnthropicClient build(int connections) {
    String url = trimmed(settings.serverUrl());
    AnthropicOkHttpClient.Builder builder =
        AnthropicOkHttpClient.builder()
            .baseUrl(url)
            .maxRetries(0)
            .maxIdleConnections(connections)
            .keepAliveDuration(Duration.ofMinutes(5))
            // Neither is used by blocking calls. The SDK's own executors are never let go of, nor,
            // in a Flink worker, the classes of the job: 3.12.0's PhantomReachableExecutorService
            // holds on to itself.
            .completionExecutor(Runnable::run)
            .streamHandlerExecutor(Runnable::run)
            .addInterceptor(AnswerGuard.interceptor())
            .timeout(timeout());
    authorise(builder);
    goThrough(builder, url, environment.proxyBefore(URI.create(url)));
    return builder.build();
  }

  private Timeout timeout() {
    return Timeout.builder()
        .connect(CONNECT_TIMEOUT)
        .read(settings.callTimeout())
        .write(settings.callTimeout())
        .request(settings.callTimeout())
        .build();
  }

  // A header of the operator's own that says who calls keeps the SDK from adding its own.
  private void authorise(AnthropicOkHttpClient.Builder builder) {
    environment.headers().forEach(builder::replaceHeaders);
    String secret = environment.secret();
    if (secret != null) {
      builder.apiKey(secret);
    } else if (!environment.hasCredentials()) {
      builder.apiKey(NO_KEY);
    }
  }

  private static void goThrough(
      AnthropicOkHttpClient.Builder builder, String url, @Nullable ProxyServer proxy) {
    if (proxy == null) {
      builder.proxy(Proxy.NO_PROXY);
      return;
    }
    builder.proxy(proxy.proxy());
    String authorization = proxy.authorization();
    if (authorization == null) {
      return;
    }
    if (url.startsWith("https:")) {
      builder.proxyAuthenticator(once(authorization));
    } else {
      // The proxy reads the call itself, and so is told with it instead of after a refusal.
      builder.replaceHeaders(PROXY_AUTHORIZATION, authorization);
    }
  }

  /** Tells a proxy once who calls: the SDK's own authenticator repeats what was refused. */
  private static ProxyAuthenticator once(String authorization) {
    return (proxy, request, response) ->
        request.headers().values(PROXY_AUTHORIZATION).isEmpty()
            ? Optional.of(request.toBuilder().putHeader(PROXY_AUTHORIZATION, authorization).build())
            : Optional.empty();
  }

  /** The SDK adds {@code /v1} itself, and would do so twice. */
  static String trimmed(String baseUrl) {
    int end = baseUrl.length();
    while (end > 0 && baseUrl.charAt(end - 1) == '/') {
      end--;
    }
    String url = baseUrl.substring(0, end);
    return url.endsWith("/v1") ? url.substring(0, url.length() - "/v1".length()) : url;
  }
}
