package dagscribe.claude.sdk;

import com.anthropic.client.AnthropicClient;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.google.common.util.concurrent.Uninterruptibles;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.limit.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/**
 * Attempts through Anthropic's SDK.
 *
 * <p>Its blocking client runs on threads of our own: the SDK's asynchronous client has at most 64
 * calls in flight, whatever it is told. Thread-safe.
 */
final class SdkClient implements AttemptClient {
  private static final CallFailure CLOSED =
      new CallFailure(FailureKind.CONNECTION, "the client is closed", 0, "", 0, 0);

  private static final RequestOptions NO_REDIRECTS =
      RequestOptions.builder().followRedirects(false).build();

  private final AnthropicClient client;
  private final ExecutorService threads;
  private final OutcomeMapper outcomes;
  private final HeaderReader headers;
  private final Ticker ticker;
  private final RequestMapper requests = new RequestMapper();

  SdkClient(
      AnthropicClient client,
      ExecutorService threads,
      OutcomeMapper outcomes,
      HeaderReader headers,
      Ticker ticker) {
    this.client = client;
    this.threads = threads;
    this.outcomes = outcomes;
    this.headers = headers;
    this.ticker = ticker;
  }

  @Override
  public CompletableFuture<Attempt> send(MessageRequest request) {
    try {
      return CompletableFuture.supplyAsync(() -> call(request), threads);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Attempt.of(CLOSED));
    }
  }

  private Attempt call(MessageRequest request) {
    MessageCreateParams params = requests.map(request);
    long start = ticker.nanos();
    try (HttpResponseFor<Message> response =
        client.messages().withRawResponse().create(params, NO_REDIRECTS)) {
      return answered(response, start, request);
    } catch (AnthropicException e) {
      return outcomes.failed(e, request);
    }
  }

  private Attempt answered(HttpResponseFor<Message> response, long start, MessageRequest request) {
    ResponseHeaders said = headers.of(response.headers());
    try {
      Message message = response.parse();
      Duration latency = Duration.ofNanos(ticker.nanos() - start);
      return new Attempt(
          AnswerMapper.map(message, latency, said.requestId()), said.account(), null, null);
    } catch (AnthropicInvalidDataException | AnswerMapper.SenselessAnswerException e) {
      return outcomes.unreadable(e, response, request);
    }
  }

  /**
   * Waits for the calls in flight, at most as long as a call may take, and for what is done with
   * their answers, which are paid for. A runner that interrupts a worker does not shorten it.
   */
  @Override
  public void close() {
    threads.shutdown();
    Uninterruptibles.awaitTerminationUninterruptibly(threads);
    client.close();
    OkioWatchdog.wake();
  }
}
