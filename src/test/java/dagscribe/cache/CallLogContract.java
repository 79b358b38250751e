package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log of every backend does that outlives its process. */
abstract class CallLogContract {

  private final String model = UUID.randomUUID().toString();
  private InstructionCache cache;

  abstract InstructionCache open();

  @BeforeEach
  void openCache() {
    cache = open();
  }

  @AfterEach
  void closeCache() {
    cache.close();
  }

  @Test
  void callsLeftByAClosedSession_areInDoubtUntilTheyAreForgotten() {
    OpenCall first = call("first", 1);
    OpenCall second = call("second", 2);
    try (InstructionCache dead = open()) {
      dead.calls().record(List.of(second, first), List.of());
      assertThat("it still lasts", inDoubt(), is(empty()));
    }
    assertThat(inDoubt(), is(List.of(first, second)));
    assertThat("telling of them changes nothing", inDoubt(), is(List.of(first, second)));
    cache.calls().forget(List.of(first.id()));
    assertThat(inDoubt(), is(List.of(second)));
  }

  @Test
  void callThatEnded_isNotInDoubtAndItsAnswersAreStored() {
    OpenCall call = call("answered", 1);
    String key = model + "-key";
    try (InstructionCache dead = open()) {
      dead.calls().record(List.of(call), List.of());
      dead.calls().end(call.id(), Map.of(key, answer("Do")));
    }
    assertThat(inDoubt(), is(empty()));
    assertThat(cache.find(List.of(key)), is(Map.of(key, answer("Do"))));
  }

  @Test
  void callThatFailed_isNotInDoubt() {
    OpenCall call = call("failed", 1);
    try (InstructionCache dead = open()) {
      dead.calls().record(List.of(call), List.of());
      dead.calls().record(List.of(), List.of(call.id()));
    }
    assertThat(inDoubt(), is(empty()));
  }

  @Test
  void callThatFailedAndIsRepeated_isOpenAgain() {
    OpenCall call = call("repeated", 1);
    try (InstructionCache dead = open()) {
      dead.calls().record(List.of(call), List.of());
      dead.calls().record(List.of(), List.of(call.id()));
      dead.calls().record(List.of(call), List.of());
    }
    assertThat(inDoubt(), is(List.of(call)));
  }

  @Test
  void nothing_isASignOfLifeAndAnUnknownCallIsNoError() {
    cache.calls().record(List.of(), List.of("unknown"));
    cache.calls().end("unknown", Map.of());
    cache.calls().forget(List.of("unknown"));
    assertThat(cache.find(List.of("unknown")), is(anEmptyMap()));
  }

  private OpenCall call(String name, long startedAtMillis) {
    return new OpenCall(model + name, model, startedAtMillis, List.of("dag-1", "dag 2 \"ä\""));
  }

  private List<OpenCall> inDoubt() {
    return cache.calls().inDoubt().stream().filter(call -> call.model().equals(model)).toList();
  }
}
