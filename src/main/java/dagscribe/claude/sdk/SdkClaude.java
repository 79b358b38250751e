package dagscribe.claude.sdk;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.Timeout;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.ClaudeClient;
import dagscribe.claude.ClientSettings;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Opens clients that call Anthropic's server, or one that speaks its protocol, through its SDK. */
public final class SdkClaude {
  /** Name of the environment variable that holds the key. */
  public static final String KEY_VARIABLE = "ANTHROPIC_API_KEY";

  /** Sent to servers that want some key, whatever it is. */
  private static final String NO_KEY = "none";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private static final CallFailure MISSING_KEY =
      new CallFailure(
          FailureKind.NOT_AUTHORISED,
          "no API key: set " + KEY_VARIABLE + " in the environment of the process that calls",
          0,
          "",
          0,
          0);

  private SdkClaude() {}

  /**
   * Opens a client with the key from this process's environment.
   *
   * @param around goes around the single attempts, nearest to the server
   */
  public static ClaudeClient open(ClientSettings settings, UnaryOperator<AttemptClient> around) {
    return open(settings, () -> System.getenv(KEY_VARIABLE), around);
  }

  /**
   * Opens a client. Without a key, every call to Anthropic's server fails as NOT_AUTHORISED; other
   * servers get a placeholder.
   *
   * @param apiKey gives the key, or null if there is none; asked once
   */
  public static ClaudeClient open(ClientSettings settings, Supplier<@Nullable String> apiKey) {
    return open(settings, apiKey, UnaryOperator.identity());
  }

  private static ClaudeClient open(
      ClientSettings settings,
      Supplier<@Nullable String> apiKey,
      UnaryOperator<AttemptClient> around) {
    String key = apiKey.get();
    boolean hasKey = key != null && !key.isBlank();
    if (!hasKey && settings.isAnthropic()) {
      return ClaudeClient.over(new KeylessClient(), settings);
    }
    AttemptClient attempts = attempts(settings, hasKey && key != null ? key.strip() : NO_KEY);
    return ClaudeClient.over(around.apply(attempts), settings);
  }

  private static AttemptClient attempts(ClientSettings settings, String key) {
    int most = settings.workers() == 0 ? ClientSettings.MAX_AUTO_WORKERS : settings.workers();
    InstantSource clock = InstantSource.system();
    ErrorText text = new ErrorText(key.equals(NO_KEY) ? "" : key);
    return new SdkClient(
        client(settings, key, most),
        CallThreads.of(most),
        new OutcomeMapper(text, clock),
        clock,
        Ticker.system());
  }

  private static AnthropicClient client(ClientSettings settings, String key, int connections) {
    Timeout timeout =
        Timeout.builder()
            .connect(CONNECT_TIMEOUT)
            .read(settings.callTimeout())
            .write(settings.callTimeout())
            .request(settings.callTimeout())
            .build();
    AnthropicOkHttpClient.Builder builder =
        AnthropicOkHttpClient.builder()
            .apiKey(key)
            .maxRetries(0)
            .maxIdleConnections(connections)
            .keepAliveDuration(Duration.ofMinutes(5))
            // Neither is used by blocking calls. The SDK's own executors are never let go of, nor,
            // in
            // a Flink worker, the classes of the job: 3.12.0's PhantomReachableExecutorService
            // holds
            // on to itself.
            .completionExecutor(Runnable::run)
            .streamHandlerExecutor(Runnable::run)
            .timeout(timeout);
    if (settings.baseUrl() != null) {
      builder.baseUrl(trimmed(settings.baseUrl()));
    }
    return builder.build();
  }

  /** The SDK adds {@code /v1} itself, and would do so twice. */
  static String trimmed(String baseUrl) {
    String url = baseUrl.strip().replaceAll("/+$", "");
    return url.endsWith("/v1") ? url.substring(0, url.length() - "/v1".length()) : url;
  }

  /** Fails every call for want of a key. */
  private static final class KeylessClient implements AttemptClient {
    @Override
    public CompletableFuture<Attempt> send(MessageRequest request) {
      return CompletableFuture.completedFuture(Attempt.of(MISSING_KEY));
    }

    @Override
    public void close() {}
  }
}
