package dagscribe.generate;

import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.claude.CallFailure;
import dagscribe.delivery.CallOutcome;
import dagscribe.delivery.Delivery;
import dagscribe.prompt.Pack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/**
 * Asks questions, several in a prompt, until each has a result. Thread-safe; never blocks on a
 * call.
 */
/*
 * A pack that comes back whole costs one call. What is missing from it (left out, cut off, refused,
 * or drawn down by a bad neighbour) is asked again alone: to repeat the same pack would repeat the
 * same omission. A question alone that still brings no instruction is asked once more, and then has
 * failed. What an answer brought is durable when it comes here; it only gets to those who asked.
 */
public final class PackDispatcher {

  /** Calls for a question alone that was answered, but not with an instruction. */
  private static final int CALLS_ALONE = 2;

  private final Delivery delivery;
  private final Packing packing;
  private final RequestFactory requests;
  private final SystemCache systemCache;
  private final AnswerStore store;
  private final OtherRuns otherRuns;

  public PackDispatcher(
      Delivery delivery,
      Packing packing,
      RequestFactory requests,
      SystemCache systemCache,
      AnswerStore store,
      OtherRuns otherRuns) {
    this.delivery = delivery;
    this.packing = packing;
    this.requests = requests;
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
    BiConsumer<PendingDag, Result> counted =
        (question, result) -> {
          packing.settled();
          results.accept(question, result);
        };
    return systemCache
        .readyFor(packs.size())
        .thenCompose(
            ready ->
                all(packs.stream().map(pack -> call(new Round(pack, byKey, 1, counted))).toList()));
  }

  private CompletableFuture<Void> call(Round round) {
    List<String> dags = round.asked().stream().map(PendingDag::dag).toList();
    return delivery
        .deliver(round.pack(), dags, requests.of(round.pack()))
        .thenCompose(outcome -> settle(round, outcome));
  }

  private CompletableFuture<Void> settle(Round round, CallOutcome outcome) {
    if (outcome instanceof CallOutcome.Answered answered) {
      return settleAnswer(round, answered);
    }
    CallOutcome.Failed failed = (CallOutcome.Failed) outcome;
    return failed.askedElsewhere().isEmpty()
        ? settleFailure(round, failed.failure())
        : settleElsewhere(round, failed.askedElsewhere());
  }

  private CompletableFuture<Void> settleAnswer(Round round, CallOutcome.Answered answered) {
    Answer answer = answered.answer();
    requests.learn(round.pack(), answer.usage());
    List<PendingDag> missing = new ArrayList<>();
    for (PendingDag question : round.asked()) {
      question.addAttempts(answer.attempts());
      CachedInstruction kept = answered.kept().get(question.key());
      if (kept == null) {
        missing.add(question);
      } else {
        Result result = store.result(kept, Result.Origin.ASKED, question.attempts());
        round.results().accept(question, result);
      }
    }
    return round.isAlone() && !missing.isEmpty()
        ? settleAlone(round, missing.get(0), answer)
        : askAlone(round, missing, 1);
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
            .map(pack -> call(round.with(pack, round.callsAlone())))
            .toList());
  }

  private CompletableFuture<Void> askAlone(Round round, List<PendingDag> questions, int calls) {
    return all(
        packing.alone(questions).stream().map(pack -> call(round.with(pack, calls))).toList());
  }

  private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }
}
