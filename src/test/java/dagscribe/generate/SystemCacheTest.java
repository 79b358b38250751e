package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dagscribe.cache.InstructionCaches;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelChoice;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.claude.StopReason;
import dagscribe.claude.TokenEstimator;
import dagscribe.delivery.AnswerReader;
import dagscribe.delivery.CallJournal;
import dagscribe.delivery.CallResources;
import dagscribe.delivery.Delivery;
import dagscribe.delivery.WrittenLog;
import dagscribe.prompt.PromptTemplate;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SystemCacheTest {

  private static final AnswerReader NONE = (pack, answer) -> Map.of();

  private final ScriptedAttempts attempts = new ScriptedAttempts();
  private final Delivery delivery =
      Chunks.calls(attempts, InstructionCaches.open("memory").calls()).client("p", "m", NONE);

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

  @Test
  void callThatWritesTheCache_isRecordedBeforeItIsMadeAndStruckOut() {
    WrittenLog log = new WrittenLog();
    AttemptClient server =
        new AttemptClient() {
          @Override
          public CompletableFuture<Attempt> send(MessageRequest request) {
            log.add("made");
            var call = attempts.send(request);
            attempts.end(attempts.take(0), "", StopReason.MAX_TOKENS);
            return call;
          }

          @Override
          public void close() {}
        };
    try (CallResources calls =
        new CallResources(
            server, new CallJournal(log, InstantSource.system(), () -> "id"), Chunks.ONE_TRY)) {
      cache(Profile.QUALITY, calls.client("p", "m", NONE)).readyFor(64).join();
    }
    assertThat(log.lines(), contains("begun id []", "made", "kept id []"));
  }

  private SystemCache cache(Profile profile) {
    return cache(profile, delivery);
  }

  private static SystemCache cache(Profile profile, Delivery delivery) {
    String model = profile.settings().model();
    return new SystemCache(delivery, requests(model), Prices.of(model).orElseThrow(), 64);
  }

  private static RequestFactory requests(String model) {
    return new RequestFactory(
        PromptTemplate.instruction(),
        ModelChoice.of(Profile.SPEED, model),
        new TokenEstimator(200));
  }
}
