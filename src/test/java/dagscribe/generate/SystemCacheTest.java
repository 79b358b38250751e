package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import dagscribe.cache.BegunCall;
import dagscribe.cache.CachedInstruction;
import dagscribe.cache.CallLog;
import dagscribe.cache.InstructionCaches;
import dagscribe.cache.OpenCall;
import dagscribe.claude.Attempt;
import dagscribe.claude.AttemptClient;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelChoice;
import dagscribe.claude.Prices;
import dagscribe.claude.Profile;
import dagscribe.claude.StopReason;
import dagscribe.claude.TokenEstimator;
import dagscribe.delivery.ClaudeClient;
import dagscribe.prompt.PromptTemplate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  @Test
  void callThatWritesTheCache_isRecordedBeforeItIsMadeAndStruckOut() {
    Journal journal = new Journal();
    CallRecorder recorder =
        new CallRecorder(journal, InstantSource.system(), () -> "the only call");
    AttemptClient server =
        new AttemptClient() {
          @Override
          public CompletableFuture<Attempt> send(MessageRequest request) {
            journal.lines.add("made");
            var call = attempts.send(request);
            attempts.end(attempts.take(0), "", StopReason.MAX_TOKENS);
            return call;
          }

          @Override
          public void close() {}
        };
    try (ClaudeClient recorded = Chunks.client(new RecordingClient(server, recorder))) {
      cache(Profile.QUALITY, recorded, recorder).readyFor(64).join();
    }
    recorder.close();
    assertThat(journal.lines, contains("begun the only call []", "made", "ended the only call"));
  }

  /** A log of calls that keeps what it is told, in order. */
  private static final class Journal implements CallLog {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    @Override
    public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
      begun.forEach(one -> lines.add("begun " + one.call().id() + " " + one.keys()));
      ended.forEach(call -> lines.add("ended " + call));
      return Map.of();
    }

    @Override
    public Set<String> askedElsewhere(Collection<String> keys) {
      return Set.of();
    }

    @Override
    public void end(String call, Map<String, CachedInstruction> answers) {
      lines.add("stored " + call);
    }

    @Override
    public List<OpenCall> inDoubt() {
      return List.of();
    }

    @Override
    public void forget(Collection<String> calls) {}
  }

  private SystemCache cache(Profile profile) {
    return cache(profile, client, Chunks.recorder(InstructionCaches.open("memory")));
  }

  private static SystemCache cache(Profile profile, ClaudeClient client, CallRecorder recorder) {
    String model = profile.settings().model();
    return new SystemCache(client, requests(model), recorder, Prices.of(model).orElseThrow(), 64);
  }

  private static RequestFactory requests(String model) {
    return new RequestFactory(
        PromptTemplate.instruction(),
        ModelChoice.of(Profile.SPEED, model),
        new TokenEstimator(200));
  }
}
