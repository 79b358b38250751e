package dagscribe.limit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right to make one call, which must be settled exactly once by {@link #succeeded}, {@link
 * #ignored} or {@link #dropped}; a second settlement is an {@link IllegalStateException} and
 * changes nothing. Thread-safe.
 */
public final class Permit {
  private final CallLimiter limiter;
  private final long inputTokens;
  private final long outputTokens;
  private final int epoch;
  private final long grantedNanos;
  private final AtomicBoolean isSettled = new AtomicBoolean();
  private volatile AccountView view = AccountView.NONE;

  Permit(CallLimiter limiter, long inputTokens, long outputTokens, int epoch, long grantedNanos) {
    this.limiter = limiter;
    this.inputTokens = inputTokens;
    this.outputTokens = outputTokens;
    this.epoch = epoch;
    this.grantedNanos = grantedNanos;
  }

  /** Takes over what the call's answer says about the account; before the settlement. */
  public void learn(AccountView seen) {
    view = seen;
    limiter.learn(this, seen);
  }

  /**
   * The call was served.
   *
   * @param actualInputTokens input that counts against the limit, without reads from the cache
   * @param actualOutputTokens output produced
   * @param latency from sending to the whole answer
   */
  public void succeeded(long actualInputTokens, long actualOutputTokens, Duration latency) {
    settle();
    limiter.succeeded(this, actualInputTokens, actualOutputTokens, latency);
  }

  /** The call ended in a way that says nothing about limits; its tokens are given back. */
  public void ignored() {
    settle();
    limiter.ignored(this);
  }

  /**
   * The call did not get through; its tokens are given back.
   *
   * @param serverDelay how long the server told callers to wait: nobody is let through before; null
   *     if it said nothing
   */
  public void dropped(@Nullable Duration serverDelay, DropReason drop) {
    settle();
    limiter.dropped(this, serverDelay, drop);
  }

  long inputTokens() {
    return inputTokens;
  }

  long outputTokens() {
    return outputTokens;
  }

  int epoch() {
    return epoch;
  }

  long grantedNanos() {
    return grantedNanos;
  }

  AccountView view() {
    return view;
  }

  private void settle() {
    if (!isSettled.compareAndSet(false, true)) {
      throw new IllegalStateException("this permit is settled already");
    }
  }
}
