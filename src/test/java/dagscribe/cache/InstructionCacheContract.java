package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static dagscribe.cache.Answers.answers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every backend does. */
abstract class InstructionCacheContract {

  private InstructionCache cache;

  abstract InstructionCache open();

  /** What a backend that was given these has afterwards. */
  Map<String, CachedInstruction> kept(Map<String, CachedInstruction> stored) {
    return stored;
  }

  @BeforeEach
  void openCache() {
    cache = open();
  }

  @AfterEach
  void closeCache() {
    cache.close();
  }

  @Test
  void stored_isFoundWithEveryField() {
    Map<String, CachedInstruction> stored =
        Map.of(
            "contract-full",
            answer("Load \"täglich\" 漢字 🚀\n\ttabs \\ and 'quotes'"),
            "contract-unpriced",
            new CachedInstruction("Text", "local", "instruction-1", 0, 0, 0, null, 0));

    cache.store(stored);

    assertThat(cache.find(stored.keySet()), is(kept(stored)));
  }

  @Test
  void unknownKey_isNotInTheMap() {
    cache.store(Map.of("contract-known", answer("Known")));

    assertThat(
        cache.find(List.of("contract-unknown", "contract-known")),
        is(kept(Map.of("contract-known", answer("Known")))));
    assertThat(cache.find(List.of("contract-unknown")), is(anEmptyMap()));
  }

  @Test
  void storedAgain_isReplaced() {
    cache.store(Map.of("contract-again", answer("Old")));
    cache.store(Map.of("contract-again", answer("New")));

    assertThat(
        cache.find(List.of("contract-again")), is(kept(Map.of("contract-again", answer("New")))));
  }

  @Test
  void nothing_isFoundAndStoredWithoutEffect() {
    cache.store(Map.of());

    assertThat(cache.find(List.of()), is(anEmptyMap()));
  }

  @Test
  void oneKeyAskedTwice_isFoundOnce() {
    cache.store(Map.of("contract-twice", answer("Once")));

    assertThat(
        cache.find(List.of("contract-twice", "contract-twice")),
        is(kept(Map.of("contract-twice", answer("Once")))));
  }

  @Test
  void moreThanOneBatch_isStoredAndFoundWhole() {
    Map<String, CachedInstruction> many = answers("contract-many-", 0, 1_234);

    cache.store(many);

    assertThat(cache.find(many.keySet()), is(kept(many)));
    assertThat(
        cache.find(answers("contract-many-", 1_200, 1_300).keySet()),
        is(kept(answers("contract-many-", 1_200, 1_234))));
  }

  @Test
  void manyThreads_storeAndFindAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(12);
    try {
      List<Future<?>> workers = new ArrayList<>();
      for (int worker = 0; worker < 12; worker++) {
        String prefix = "contract-thread-" + worker + "-";
        workers.add(threads.submit(() -> storeAndFind(prefix)));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
    }
    for (int worker = 0; worker < 12; worker++) {
      Map<String, CachedInstruction> all = answers("contract-thread-" + worker + "-", 0, 100);
      assertThat(cache.find(all.keySet()), is(kept(all)));
    }
  }

  private void storeAndFind(String prefix) {
    Set<String> all = answers(prefix, 0, 100).keySet();
    for (int i = 0; i < 100; i += 5) {
      cache.store(answers(prefix, i, i + 5));
      assertThat(cache.find(all), is(kept(answers(prefix, 0, i + 5))));
    }
  }

  @Test
  void closedTwice_isHarmless() {
    InstructionCache other = open();

    other.close();
    other.close();
  }
}
