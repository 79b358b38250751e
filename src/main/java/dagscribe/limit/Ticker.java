package dagscribe.limit;

/** A monotonic clock. Only differences of its readings mean anything. */
@FunctionalInterface
public interface Ticker {

  /** Nanoseconds since some fixed moment. */
  long nanos();

  /** The clock of this process. */
  static Ticker system() {
    return System::nanoTime;
  }
}
