package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
      dead.calls().record(begun(second, first), List.of());
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
      dead.calls().record(begun(call), List.of());
      dead.calls().end(call.id(), Map.of(key, answer("Do")));
    }
    assertThat(inDoubt(), is(empty()));
    assertThat(cache.find(List.of(key)), is(Map.of(key, answer("Do"))));
  }

  @Test
  void callThatFailed_isNotInDoubt() {
    OpenCall call = call("failed", 1);
    try (InstructionCache dead = open()) {
      dead.calls().record(begun(call), List.of());
      dead.calls().record(List.of(), List.of(call.id()));
    }
    assertThat(inDoubt(), is(empty()));
  }

  @Test
  void callThatFailedAndIsRepeated_isOpenAgain() {
    OpenCall call = call("repeated", 1);
    try (InstructionCache dead = open()) {
      dead.calls().record(begun(call), List.of());
      dead.calls().record(List.of(), List.of(call.id()));
      dead.calls().record(begun(call), List.of());
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

  static List<BegunCall> begun(OpenCall... calls) {
    return Stream.of(calls).map(call -> new BegunCall(call, Set.of())).toList();
  }

  @Test
  void question_isAskedByOneSessionAtATime() {
    BegunCall own = asking("own", "shared", "own");
    BegunCall late = asking("late", "shared", "late");
    try (InstructionCache other = open()) {
      assertThat(cache.calls().record(List.of(own), List.of()), is(anEmptyMap()));
      assertThat(
          "all or nothing",
          other.calls().record(List.of(late), List.of()),
          is(Map.of(late.call().id(), Set.of(key("shared")))));
      assertThat(other.calls().askedElsewhere(late.keys()), is(Set.of(key("shared"))));
      assertThat(cache.calls().askedElsewhere(late.keys()), is(empty()));
      assertThat("its own", cache.calls().record(List.of(own), List.of()), is(anEmptyMap()));
      cache.calls().record(List.of(), List.of(own.call().id()));
      assertThat("struck out", other.calls().askedElsewhere(late.keys()), is(empty()));
      assertThat(other.calls().record(List.of(late), List.of()), is(anEmptyMap()));
    }
  }

  @Test
  void questionThatIsAnsweredMeanwhile_isNotAskedAgain() {
    BegunCall call = asking("first", "answered");
    BegunCall late = asking("late", "answered", "open");
    try (InstructionCache other = open()) {
      cache.calls().record(List.of(call), List.of());
      cache.calls().end(call.call().id(), Map.of(key("answered"), answer("Do")));
      assertThat(
          other.calls().record(List.of(late), List.of()),
          is(Map.of(late.call().id(), Set.of(key("answered")))));
      assertThat(other.calls().askedElsewhere(late.keys()), is(empty()));
    }
  }

  @Test
  void questionOfASessionThatIsGone_isTakenOver() {
    BegunCall dead = asking("dead", "left", "too");
    BegunCall next = asking("next", "left", "new");
    try (InstructionCache gone = open()) {
      gone.calls().record(List.of(dead), List.of());
    }
    assertThat(cache.calls().askedElsewhere(next.keys()), is(empty()));
    assertThat(cache.calls().record(List.of(next), List.of()), is(anEmptyMap()));
    cache.calls().forget(List.of(dead.call().id()));
    try (InstructionCache other = open()) {
      assertThat(
          "what another has taken over stays taken",
          other.calls().askedElsewhere(next.keys()),
          is(next.keys()));
    }
  }

  private BegunCall asking(String name, String... questions) {
    Set<String> keys = Stream.of(questions).map(this::key).collect(Collectors.toSet());
    return new BegunCall(call(name, 1), keys);
  }

  private String key(String question) {
    return model + "-" + question;
  }

  private OpenCall call(String name, long startedAtMillis) {
    return new OpenCall(model + name, model, startedAtMillis, List.of("dag-1", "dag 2 \"ä\""));
  }

  private List<OpenCall> inDoubt() {
    return cache.calls().inDoubt().stream().filter(call -> call.model().equals(model)).toList();
  }
}
