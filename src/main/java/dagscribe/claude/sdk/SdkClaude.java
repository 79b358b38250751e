package dagscribe.claude.sdk;

import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.CallFailure;
import dagscribe.claude.FailureKind;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.environment.CallEnvironment;
import dagscribe.delivery.ClientSettings;
import dagscribe.limit.Ticker;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * Opens clients of single attempts at Anthropic's server, or one that speaks its protocol, through
 * its SDK.
 */
public final class SdkClaude {

  private static final CallFailure MISSING_KEY =
      new CallFailure(
          FailureKind.NOT_AUTHORISED,
          "no API key: set "
              + CallEnvironment.KEY
              + " in the environment of the process that calls",
          0,
          "",
          0,
          0);

  private SdkClaude() {}

  /**
   * Opens a client with the credentials and proxies of this process's environment; a server of this
   * process is asked without either.
   *
   * @throws dagscribe.claude.environment.EnvironmentException if the environment cannot be used
   */
  public static AttemptClient open(ClientSettings settings) {
    CallEnvironment environment =
        settings.isEmbedded() ? CallEnvironment.NONE : CallEnvironment.read(System::getenv);
    return open(settings, environment);
  }

  /**
   * Opens a client. Without credentials, every call to Anthropic's server fails as NOT_AUTHORISED;
   * other servers get a placeholder.
   */
  public static AttemptClient open(ClientSettings settings, CallEnvironment environment) {
    ClientSettings resolved = settings.withServerOf(environment.baseUrl());
    return resolved.isAnthropic() && !environment.hasCredentials()
        ? new KeylessClient()
        : attempts(resolved, environment);
  }

  private static AttemptClient attempts(ClientSettings settings, CallEnvironment environment) {
    int most = settings.workers() == 0 ? ClientSettings.MAX_AUTO_WORKERS : settings.workers();
    HeaderReader headers = new HeaderReader(InstantSource.system());
    return new SdkClient(
        new ClientBuilder(settings, environment).build(most),
        CallThreads.of(most),
        new OutcomeMapper(new ErrorText(environment.secrets()), headers),
        headers,
        Ticker.system());
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
