package dagscribe.delivery;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/**
 * Money that may be spent, counted with what calls in flight may cost at most.
 *
 * <p>A reservation that does not fit waits while calls are in flight, since they will give back
 * most of theirs; it is refused once nothing is in flight that could. So the cap is not passed, and
 * not missed by much either. The first refusal is the end: all that wait are refused with it.
 * Thread-safe.
 */
final class Budget {
  private double capUsd;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private double spentUsd;
  private double reservedUsd;
  private boolean isSpent;

  private record Waiting(CompletableFuture<Boolean> isGranted, double usd) {}

  Budget(double capUsd) {
    this.capUsd = capUsd;
  }

  /** Sets how much may be spent in all, spent money included. */
  void allow(double usd) {
    synchronized (this) {
      capUsd = usd;
    }
    drain();
  }

  /** Reserves money, sooner or later; false if there is not enough left. */
  CompletableFuture<Boolean> reserve(double usd) {
    CompletableFuture<Boolean> isGranted = new CompletableFuture<>();
    synchronized (this) {
      waiting.add(new Waiting(isGranted, usd));
    }
    drain();
    return isGranted;
  }

  /** Gives back a reservation and books what was spent. */
  void settle(double reserved, double spent) {
    synchronized (this) {
      reservedUsd -= reserved;
      spentUsd += spent;
    }
    drain();
  }

  synchronized double spentUsd() {
    return spentUsd;
  }

  synchronized double capUsd() {
    return capUsd;
  }

  private void drain() {
    ArrayDeque<Runnable> decided = new ArrayDeque<>();
    synchronized (this) {
      Waiting head;
      while ((head = waiting.peek()) != null) {
        boolean fits = !isSpent && spentUsd + reservedUsd + head.usd() <= capUsd;
        // Rounding may leave a trace of money reserved after the last call has ended.
        if (!fits && !isSpent && reservedUsd > 1e-9) {
          break;
        }
        isSpent |= !fits;
        reservedUsd += fits ? head.usd() : 0;
        CompletableFuture<Boolean> isGranted = waiting.remove().isGranted();
        decided.add(() -> isGranted.complete(fits));
      }
    }
    decided.forEach(Runnable::run);
  }
}
