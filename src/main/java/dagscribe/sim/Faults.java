package dagscribe.sim;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes wrong, and how often. A call meets one fault at most: first that of a window it lies
 * in, else a refusal, drawn by the content of the call alone, else one of the others, drawn anew
 * for every attempt.
 */
public final class Faults {

  private static final Faults NONE = new Faults(Map.of(), List.of());

  private final Map<FaultKind, Double> probabilities;
  private final List<FaultWindow> windows;
  private final Duration retryAfter;
  private final Duration hangBound;

  /** Probabilities must be 0 to 1 each and in sum. */
  Faults(Map<FaultKind, Double> probabilities, List<FaultWindow> windows) {
    this(probabilities, windows, Duration.ofSeconds(1), Duration.ofMinutes(10));
  }

  private Faults(
      Map<FaultKind, Double> probabilities,
      List<FaultWindow> windows,
      Duration retryAfter,
      Duration hangBound) {
    this.probabilities = new EnumMap<>(FaultKind.class);
    this.probabilities.putAll(probabilities);
    this.windows = List.copyOf(windows);
    this.retryAfter = retryAfter;
    this.hangBound = hangBound;
    double sum = probabilities.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum > 1 + 1e-9) {
      throw new IllegalArgumentException("fault probabilities must add up to 1 at most: " + sum);
    }
  }

  /** Nothing goes wrong. */
  public static Faults none() {
    return NONE;
  }

  /**
   * Reads a comma-separated list of {@code KIND:PROBABILITY}, {@code KIND@CALL} for every call from
   * that number on, and {@code KIND@CALL-CALL} for a stretch of calls; calls are counted from 1 as
   * they are admitted. {@code 429:0.1,500@1-2,spend@100} lets a tenth of the calls meet a 429, the
   * first two a 500, and all from the hundredth on the spend limit. A blank text is no faults.
   *
   * @throws IllegalArgumentException naming what is allowed
   */
  public static Faults parse(String text) {
    return FaultsParser.parse(text);
  }

  /** Copy whose 429 faults ask to wait this long; sent in whole seconds, rounded up. */
  public Faults withRetryAfter(Duration value) {
    return new Faults(probabilities, windows, requirePositive(value), hangBound);
  }

  /** Copy that closes calls that hang after this long. */
  public Faults withHangBound(Duration value) {
    return new Faults(probabilities, windows, retryAfter, requirePositive(value));
  }

  Duration retryAfter() {
    return retryAfter;
  }

  Duration hangBound() {
    return hangBound;
  }

  /**
   * The fault that one call meets.
   *
   * @param call number of the call, 1 for the first one admitted
   * @param content fixed by the content of the call
   * @param attempt fixed by the content and by how often it was asked before
   */
  Optional<FaultKind> meet(long call, RandomGenerator content, RandomGenerator attempt) {
    Optional<FaultKind> inWindow =
        windows.stream().filter(window -> window.contains(call)).map(FaultWindow::kind).findFirst();
    if (inWindow.isPresent()) {
      return inWindow;
    }
    if (content.nextDouble() < probabilities.getOrDefault(FaultKind.REFUSAL, 0.0)) {
      return Optional.of(FaultKind.REFUSAL);
    }
    return draw(attempt.nextDouble());
  }

  private Optional<FaultKind> draw(double point) {
    double upTo = 0;
    for (Map.Entry<FaultKind, Double> entry : probabilities.entrySet()) {
      upTo += entry.getKey() == FaultKind.REFUSAL ? 0 : entry.getValue();
      if (point < upTo) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private static Duration requirePositive(Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException("duration must be more than 0: " + value);
    }
    return value;
  }

  /** The list that {@link #parse} reads. */
  @Override
  public String toString() {
    Stream<String> drawn =
        probabilities.entrySet().stream().map(e -> e.getKey().word() + ":" + e.getValue());
    return Stream.concat(drawn, windows.stream().map(FaultWindow::toString))
        .collect(Collectors.joining(","));
  }
}
