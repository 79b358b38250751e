package dagscribe.generate;

import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.StopReason;
import dagscribe.delivery.MessagesClient;
import dagscribe.prompt.AnswerParser;
import dagscribe.prompt.Pack;
import dagscribe.prompt.ParsedAnswer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks questions, several in a prompt, until each has a result. Thread-safe; never blocks on a
 * call.
 */
/*
 * A pack that comes back whole costs one call. What is missing from it (left out, cut off, refused,
 * or drawn down by a bad neighbour) is asked again alone: to repeat the same pack would repeat the
 * same omission. A question alone that still brings no instruction is asked once more, and then has
 * failed. Every answer is handed to the store by the client nearest to the server, before anybody else sees
 * it; here it only gets to those who asked.
 */
public final class PackDispatcher {

  /** Calls for a question alone that was answered, but not with an instruction. */
  private static final int CALLS_ALONE = 2;

  private final MessagesClient client;
  private final Packing packing;
  private final RequestFactory requests;
  private final CallRecorder recorder;
  private final SystemCache systemCache;
  private final AnswerStore store;
  private final OtherRuns otherRuns;

  public PackDispatcher(
      MessagesClient client,
      Packing packing,
      RequestFactory requests,
      CallRecorder recorder,
      SystemCache systemCache,
      AnswerStore store,
      OtherRuns otherRuns) {
    this.client = client;
    this.packing = packing;
    this.requests = requests;
    this.recorder = recorder;
    this.systemCache = systemCache;
    this.store = store;
    this.otherRuns = otherRuns;
  }

  /** Starts all calls; the future ends when every question has been given to {@code results}. */
  CompletableFuture<Void> ask(
      Collection<PendingDag> questions, BiConsumer<PendingDag, Result> results) {
    Map<String, PendingDag> byKey = new LinkedHashMap<>();
    questions.forEach(question -> byKey.put(question.key(), question));
    List<Pack> packs = packing.together(byKey.values());
    return systemCache
        .readyFor(packs.size())
        .thenCompose(
            ready ->
                all(packs.stream().map(pack -> call(new Round(pack, byKey, 1, results))).toList()));
  }

  /** One call under way: a pack, the questions in it, and where their results go. */
  private record Round(
      Pack pack,
      Map<String, PendingDag> questions,
      int callsAlone,
      BiConsumer<PendingDag, Result> results) {

    List<PendingDag> asked() {
      return pack.keysById().values().stream().map(this::question).toList();
    }

    PendingDag question(String key) {
      PendingDag question = questions.get(key);
      if (question == null) {
        throw new IllegalStateException("a pack holds a DAG that nobody asked for");
      }
      return question;
    }

    boolean isAlone() {
      return pack.dagCount() == 1;
    }
  }

  private CompletableFuture<Void> call(Round round) {
    MessageRequest request = requests.of(round.pack());
    AtomicReference<@Nullable Map<String, Result>> kept = new AtomicReference<>();
    recorder.announce(
        request, round.asked(), (call, answer) -> kept.set(keep(round, call, answer)));
    return client
        .send(request)
        .thenCompose(
            outcome -> {
              Set<String> elsewhere = recorder.settle(request);
              if (!elsewhere.isEmpty()) {
                return settleElsewhere(round, elsewhere);
              }
              return outcome instanceof Answer answer
                  ? settleAnswer(round, kept(round, kept.get(), answer), answer)
                  : settleFailure(round, (CallFailure) outcome);
            });
  }

  // Over a client that does not record, nobody has kept the answer yet.
  private Map<String, Result> kept(Round round, @Nullable Map<String, Result> kept, Answer answer) {
    return kept == null ? keep(round, "", answer) : kept;
  }

  /** Stores what an answer brings; gives the results by key. */
  private Map<String, Result> keep(Round round, String call, Answer answer) {
    ParsedAnswer parsed = AnswerParser.parse(answer.text(), round.pack());
    if (!round.isAlone() || !parsed.instructions().isEmpty() || !isForAPerson(answer)) {
      return store.store(call, round.pack(), parsed.instructions(), answer.usage());
    }
    PendingDag question = round.asked().get(0);
    Result.Review review =
        FailureOutcomes.forAPerson(answer, question.attempts() + answer.attempts(), store.model());
    store.store(call, question.key(), review, answer.text(), answer.usage());
    return Map.of(question.key(), review);
  }

  private CompletableFuture<Void> settleAnswer(
      Round round, Map<String, Result> kept, Answer answer) {
    requests.learn(round.pack(), answer.usage());
    List<PendingDag> missing = new ArrayList<>();
    for (PendingDag question : round.asked()) {
      question.addAttempts(answer.attempts());
      Result result = kept.get(question.key());
      if (result == null) {
        missing.add(question);
      } else {
        round.results().accept(question, result);
      }
    }
    return round.isAlone() && !missing.isEmpty()
        ? settleAlone(round, missing.get(0), answer)
        : askAlone(round, missing, 1);
  }

  private static boolean isForAPerson(Answer answer) {
    return answer.stopReason() == StopReason.REFUSAL
        || answer.stopReason() == StopReason.MAX_TOKENS;
  }

  private CompletableFuture<Void> settleAlone(Round round, PendingDag question, Answer answer) {
    if (round.callsAlone() >= CALLS_ALONE) {
      round.results().accept(question, FailureOutcomes.of(answer, question));
      return CompletableFuture.completedFuture(null);
    }
    return askAlone(round, List.of(question), round.callsAlone() + 1);
  }

  private CompletableFuture<Void> settleFailure(Round round, CallFailure failure) {
    List<PendingDag> asked = round.asked();
    asked.forEach(question -> question.addAttempts(failure.attempts()));
    if (!round.isAlone() && FailureOutcomes.mayBeANeighboursFault(failure)) {
      return askAlone(round, asked, 1);
    }
    asked.forEach(
        question -> round.results().accept(question, FailureOutcomes.of(failure, question)));
    return CompletableFuture.completedFuture(null);
  }

  /** Awaits what another run is asking, and asks for the rest of the pack without it. */
  private CompletableFuture<Void> settleElsewhere(Round round, Set<String> elsewhere) {
    List<PendingDag> rest =
        round.asked().stream().filter(question -> !elsewhere.contains(question.key())).toList();
    CompletableFuture<Void> others =
        otherRuns.await(elsewhere).thenCompose(found -> takeOver(round, elsewhere, found));
    return all(List.of(again(round, rest), others));
  }

  private CompletableFuture<Void> takeOver(
      Round round, Set<String> awaited, Map<String, Result> found) {
    found.forEach((key, result) -> round.results().accept(round.question(key), result));
    return again(
        round,
        awaited.stream().filter(key -> !found.containsKey(key)).map(round::question).toList());
  }

  private CompletableFuture<Void> again(Round round, List<PendingDag> questions) {
    return all(
        packing.asOne(questions).stream()
            .map(
                pack ->
                    call(new Round(pack, round.questions(), round.callsAlone(), round.results())))
            .toList());
  }

  private CompletableFuture<Void> askAlone(Round round, List<PendingDag> questions, int calls) {
    return all(
        packing.alone(questions).stream()
            .map(pack -> call(new Round(pack, round.questions(), calls, round.results())))
            .toList());
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }
}
