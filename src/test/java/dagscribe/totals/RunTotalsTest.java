package dagscribe.totals;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.records.RecordBytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTotalsTest {

  private static final RecordBytes<RunTotals> BYTES = RecordBytes.of(RunTotals.class);

  private static final PassTotals ONE_WAIT =
      new PassTotals(CallTotals.NONE, new ThrottlingTotals(0, 5, 0, 0, 0), Map.of(), 0);

  static IntStream seeds() {
    return IntStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void plus_isTheSameInAnyOrderAndAnyGrouping(int seed) {
    SomeTotals some = new SomeTotals(seed);
    List<RunTotals> parts = new ArrayList<>(Stream.generate(some::next).limit(6).toList());
    RunTotals sum = parts.stream().reduce(RunTotals.NONE, RunTotals::plus);
    Random random = new Random(seed);
    for (int i = 0; i < 5; i++) {
      assertThat(addedInPairs(parts, random), is(sum));
    }
  }

  /** Takes any two and puts their sum back, until one is left. */
  private static RunTotals addedInPairs(List<RunTotals> parts, Random random) {
    List<RunTotals> left = new ArrayList<>(parts);
    while (left.size() > 1) {
      Collections.shuffle(left, random);
      left.add(left.remove(0).plus(left.remove(0)));
    }
    return left.get(0);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void none_addsNothing(int seed) {
    RunTotals some = new SomeTotals(seed).next();
    assertThat(some.plus(RunTotals.NONE), is(some));
    assertThat(RunTotals.NONE.plus(some), is(some));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bytes_holdAllAndAreTheSameForEqualTotals(int seed) {
    RunTotals one = new SomeTotals(seed).next();
    RunTotals other = new SomeTotals(seed + 1_000L).next();
    RunTotals sum = one.plus(other);
    byte[] bytes = BYTES.pack(sum);
    assertThat(BYTES.unpack(bytes), is(sum));
    assertThat(BYTES.pack(other.plus(one)), is(bytes));
  }

  @Test
  void bytes_ofAlmostNothingAreFew() {
    assertThat(BYTES.unpack(BYTES.pack(RunTotals.NONE)), is(RunTotals.NONE));
    assertThat(BYTES.pack(RunTotals.NONE).length, lessThanOrEqualTo(8));
    assertThat(length(RunTotals.read(FileTotals.NONE, 1_000)), lessThanOrEqualTo(24));
    assertThat(length(RunTotals.of(DagTotals.ALL_SEEN)), lessThanOrEqualTo(28));
    assertThat(
        length(RunTotals.of(OutputTotals.sent(Destination.FAILED, "MALFORMED"))),
        lessThanOrEqualTo(64));
    assertThat(length(RunTotals.of("first", ONE_WAIT)), lessThanOrEqualTo(64));
  }

  private static int length(RunTotals totals) {
    return BYTES.pack(totals).length;
  }

  @Test
  void stops_keepTheFirstMessageOfAKindHoweverEmpty() {
    RunTotals stops =
        RunTotals.stopped("STOPPED", "b")
            .plus(RunTotals.stopped("COST_CAP", ""))
            .plus(RunTotals.stopped("STOPPED", "a"));
    assertThat(stops.stops(), is(Map.of("COST_CAP", "", "STOPPED", "a")));
  }

  @Test
  void inDoubt_isBoundAndTheSameCallTwiceIsOne() {
    RunTotals many = RunTotals.inDoubt(calls(0, RunTotals.MOST_IN_DOUBT - 1));
    RunTotals more = RunTotals.inDoubt(calls(RunTotals.MOST_IN_DOUBT - 10, 20));
    List<String> named = many.plus(more).inDoubt().stream().map(CallInDoubt::call).toList();
    assertThat(named.size(), is(RunTotals.MOST_IN_DOUBT));
    assertThat(
        named.get(named.size() - 1), is(calls(RunTotals.MOST_IN_DOUBT - 1, 1).get(0).call()));
    assertThat(many.plus(many), is(many));
  }

  private static List<CallInDoubt> calls(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(i -> new CallInDoubt(String.format("c%06d", i), "2026", "m", List.of("d" + i)))
        .toList();
  }
}
