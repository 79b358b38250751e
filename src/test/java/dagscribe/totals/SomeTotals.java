package dagscribe.totals;

import dagscribe.claude.FailureKind;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Totals of any kind, as a run might count them or as none ever would. */
final class SomeTotals {

  private final Random random;

  SomeTotals(long seed) {
    this.random = new Random(seed);
  }

  /** Each part of them is as likely to be there as not. */
  RunTotals next() {
    return new RunTotals(
        maybe(this::files, FileTotals.NONE),
        count(),
        maybe(this::dags, DagTotals.NONE),
        maybe(this::output, OutputTotals.NONE),
        map(List.of("first", "second", "third"), this::pass),
        map(List.of("draft", "quality"), this::survey),
        map(List.of("STOPPED", "COST_CAP"), () -> "message " + count()),
        maybe(this::inDoubt, Set.of()));
  }

  private FileTotals files() {
    return new FileTotals(count(), count(), count(), count());
  }

  private DagTotals dags() {
    return new DagTotals(
        count(), random.nextBoolean(), count(), count(), count(), count(), count(), count());
  }

  private OutputTotals output() {
    return new OutputTotals(
        map(List.of(Destination.values()), this::destination),
        names("failed-", 3, 10),
        maybe(this::licences, LicenceTotals.NONE));
  }

  private DestinationTotals destination() {
    return new DestinationTotals(
        count(), count(), map(List.of("MALFORMED", "TIMEOUT"), this::count));
  }

  /** More names than are told apart, once a few are added up. */
  private LicenceTotals licences() {
    return new LicenceTotals(
        names("", 120, 500).stream().collect(Collectors.toMap(name -> name, name -> 1L + count())),
        count());
  }

  PassTotals pass() {
    return new PassTotals(
        maybe(this::calls, CallTotals.NONE),
        maybe(
            () -> new ThrottlingTotals(difference(), count(), count(), count(), count()),
            ThrottlingTotals.NONE),
        map(List.of("4, as set", "1, since a prompt each is answered soonest"), this::count),
        difference());
  }

  private CallTotals calls() {
    return new CallTotals(
        difference(),
        count(),
        count(),
        map(List.of(StopReason.values()), this::count),
        map(List.of(FailureKind.values()), this::count),
        map(List.of(FailureKind.values()), this::count),
        count(),
        count(),
        maybe(() -> new Usage(count(), count(), count(), count()), Usage.NONE),
        count(),
        maybe(() -> new Latencies(1 + count(), count(), count(), count()), Latencies.NONE),
        count(),
        count(),
        (int) difference(),
        (int) count());
  }

  private SurveyTotals survey() {
    return new SurveyTotals(count(), count(), count(), count());
  }

  private Set<CallInDoubt> inDoubt() {
    return names("call-", 3, 20).stream()
        .map(id -> new CallInDoubt(id, "2026-11-24T0" + count() % 10 + ":00Z", "m", List.of("d")))
        .collect(Collectors.toSet());
  }

  private Set<String> names(String prefix, int most, int of) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(i -> prefix + random.nextInt(of))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private long count() {
    return random.nextInt(100);
  }

  /** What is counted down again too. */
  private long difference() {
    return random.nextInt(-5, 6);
  }

  private <T> T maybe(Supplier<T> some, T none) {
    return random.nextBoolean() ? some.get() : none;
  }

  private <K, V> Map<K, V> map(List<K> keys, Supplier<V> values) {
    Map<K, V> map = new HashMap<>();
    keys.stream().filter(key -> random.nextInt(3) == 0).forEach(key -> map.put(key, values.get()));
    return map;
  }
}
