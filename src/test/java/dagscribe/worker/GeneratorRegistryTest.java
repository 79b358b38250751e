package dagscribe.worker;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.claude.FailureKind;
import dagscribe.generate.Chunks;
import dagscribe.generate.DagCounts;
import dagscribe.generate.GeneratorSnapshot;
import dagscribe.generate.InstructionGenerator;
import dagscribe.generate.ScriptedAttempts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorRegistryTest {

  private final WorkerRegistry process = new WorkerRegistry();
  private final GeneratorRegistry registry = process.generators();
  private final ScriptedAttempts server = new ScriptedAttempts();
  private InstructionCache cache;

  @BeforeEach
  void openCache() {
    cache = InstructionCaches.open("memory");
  }

  private InstructionGenerator generator() {
    return Chunks.generator(server, cache, process, 5);
  }

  private void answer() {
    ScriptedAttempts.Open call = server.take(0);
    server.answer(call, call.ids());
  }

  @Test
  void standing_tellsWhatBecomesOfDags() {
    try (InstructionGenerator generator = generator()) {
      var unused = generator.generate(Chunks.of(0, 10));
      assertThat(registry.generators().dags(), is(new DagCounts(0, 0, 10, 0, 0, 0, 0)));
      assertThat(registry.generators().calls().inFlight(), is(2));
      answer();
      server.fail(server.take(0), FailureKind.NOT_AUTHORISED);
      assertThat(registry.generators().dags(), is(new DagCounts(0, 0, 10, 5, 0, 5, 0)));
      var later = generator.generate(Chunks.of(0, 5));
      assertThat(registry.generators().dags(), is(new DagCounts(5, 0, 10, 5, 0, 5, 0)));
      assertThat(registry.generators().limiter(), notNullValue());
    }
  }

  @Test
  void standing_keepsWhatClosedGeneratorsHaveDone() {
    InstructionGenerator first = generator();
    var unused = first.generate(Chunks.of(0, 5));
    answer();
    first.close();
    assertThat(registry.generators().dags().answered(), is(5L));
    assertThat(registry.generators().calls().attempts(), is(1L));
    assertThat(registry.generators().limiter(), nullValue());
    registry.reset();
    assertThat(registry.generators(), is(GeneratorSnapshot.NONE));
  }
}
