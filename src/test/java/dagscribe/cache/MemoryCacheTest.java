package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static dagscribe.cache.Answers.answers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryCacheTest extends InstructionCacheContract {

  @Override
  InstructionCache open() {
    return InstructionCaches.open("memory");
  }

  @Test
  void moreThanTheBound_isDroppedByWeight() {
    MemoryCache small = new MemoryCache(100_000);

    small.store(answers("k", 0, 5_000));

    assertThat(
        small.find(answers("k", 0, 5_000).keySet()).size(),
        is(both(greaterThan(100)).and(lessThan(250))));
  }

  @Test
  void answerOverTheWholeBound_isNotKept() {
    MemoryCache small = new MemoryCache(10_000);

    small.store(Map.of("big", answer("x".repeat(20_000))));

    assertThat(small.find(List.of("big")), is(anEmptyMap()));
  }
}
