package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.ClaudeClient;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelChoice;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.claude.StopReason;
import dagscribe.claude.TokenEstimator;
import dagscribe.prompt.PromptTemplate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SystemCacheTest {

  private final ScriptedAttempts attempts = new ScriptedAttempts();
  private final ClaudeClient client = Chunks.client(attempts);

  @Test
  void manyCallsToADearModel_waitForOneThatWritesTheCache() {
    SystemCache cache = cache(Profile.QUALITY);
    CompletableFuture<Void> first = cache.readyFor(64);
    CompletableFuture<Void> second = cache.readyFor(64);
    assertThat(attempts.sent(), is(1));
    assertThat(first.isDone() || second.isDone(), is(false));
    ScriptedAttempts.Open call = attempts.take(0);
    checkWritesOnly(call.request());
    attempts.end(call, "", StopReason.MAX_TOKENS);
    assertThat(first.isDone() && second.isDone(), is(true));
    assertThat(cache.readyFor(64).isDone(), is(true));
    assertThat(attempts.sent(), is(1));
  }

  private static void checkWritesOnly(MessageRequest request) {
    assertThat(request.settings().maxTokens(), is(0));
    assertThat(request.cacheSystem(), is(true));
    assertThat(request.system(), is(PromptTemplate.instruction().system()));
  }

  @Test
  void fewCalls_waitForNothing() {
    assertThat(cache(Profile.QUALITY).readyFor(1).isDone(), is(true));
    assertThat(attempts.sent(), is(0));
  }

  @Test
  void cheapModel_isWorthNoDelay() {
    assertThat(cache(Profile.SPEED).readyFor(64).isDone(), is(true));
    assertThat(attempts.sent(), is(0));
  }

  @Test
  void systemText_isLongEnoughForCurrentModelsOnly() {
    assertThat(requests(Profile.SPEED.settings().model()).isSystemCached(), is(true));
    assertThat(requests("claude-haiku-4-5").isSystemCached(), is(false));
    assertThat(requests("a-local-model").isSystemCached(), is(false));
  }

  private SystemCache cache(Profile profile) {
    String model = profile.settings().model();
    return new SystemCache(client, requests(model), Prices.of(model).orElseThrow(), 64);
  }

  private static RequestFactory requests(String model) {
    return new RequestFactory(
        PromptTemplate.instruction(),
        ModelChoice.of(Profile.SPEED, model),
        new TokenEstimator(200));
  }
}
