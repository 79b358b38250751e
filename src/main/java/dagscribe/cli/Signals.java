package dagscribe.cli;

import dagscribe.worker.DrainControl;
import dagscribe.worker.WorkerRegistry;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/**
 * Ctrl-C and SIGTERM while a run lasts: the first makes the run end well, the second ends the
 * process at once. A run that watches for new files has no end of its own: it is ended as soon as
 * the answers in flight are stored. Whoever has sent a job to a cluster ends alone, and is told so.
 * Signals that the shell ignores, as under {@code nohup}, stay ignored.
 */
/*
 * Java's own answer to these signals is to run all shutdown hooks at once, among them those with
 * which Beam and Flink take down what a run that ends well still needs. So the signals are taken
 * before they get there.
 */
final class Signals implements AutoCloseable {

  private enum Kind {
    INT(ExitCode.INTERRUPTED),
    TERM(ExitCode.TERMINATED);

    private final ExitCode code;

    Kind(ExitCode code) {
      this.code = code;
    }

    private String reason() {
      return "SIG" + name() + " asked to end the run";
    }
  }

  private final DrainControl drain = WorkerRegistry.ofThisProcess().drain();
  private final AtomicBoolean isDraining = new AtomicBoolean();
  private final List<SystemSignals.Taken> taken = new ArrayList<>();
  private final PrintStream err;
  private final BiConsumer<Signals, Kind> first;

  private Signals(PrintStream err, BiConsumer<Signals, Kind> first) {
    this.err = err;
    this.first = first;
    drain.resume();
  }

  /** Leaves the signals alone until they are to be taken; lets generators ask. */
  static Signals toRun(PrintStream err) {
    return new Signals(
        err, (signals, kind) -> signals.stopAsking(kind, "and everything is written"));
  }

  /**
   * The same for a run without an end.
   *
   * @param patience longest wait for the answers in flight
   */
  static Signals toEndlessRun(PrintStream err, Duration patience) {
    return new Signals(
        err,
        (signals, kind) -> {
          signals.stopAsking(kind, "and stored");
          signals.endWhenAtRest(kind, patience);
        });
  }

  /** The same for a process that has sent its job elsewhere. */
  static Signals toClient(PrintStream err) {
    return new Signals(err, Signals::leaveJob);
  }

  /** Takes the signals. */
  void take() {
    for (Kind kind : Kind.values()) {
      try {
        taken.add(SystemSignals.take(kind.name(), () -> received(kind)));
      } catch (IllegalArgumentException e) {
        err.println("dagscribe: SIG" + kind + " will end the run at once: " + e.getMessage());
      }
    }
  }

  private void received(Kind kind) {
    if (!isDraining.compareAndSet(false, true)) {
      ProcessEnd.atOnce(kind.code);
    }
    first.accept(this, kind);
  }

  private void stopAsking(Kind kind, String then) {
    err.println(
        "dagscribe: SIG"
            + kind
            + ": asking nothing more; calls in flight are awaited "
            + then
            + ". Once more ends at once.");
    drain.drain(kind.reason());
  }

  private void leaveJob(Kind kind) {
    err.println(
        "dagscribe: SIG"
            + kind
            + ": this ends the client alone. A job that is on the cluster goes on there, and pays,"
            + " until flink cancel or Flink's page ends it.");
    ProcessEnd.atOnce(kind.code);
  }

  private void endWhenAtRest(Kind kind, Duration longest) {
    drain.awaitIdle(longest);
    err.println(
        "dagscribe: ended while watching. What was answered is in the cache: the same command starts"
            + " over and pays for none of it again.");
    ProcessEnd.atOnce(kind.code);
  }

  /** The exit code of a run that a signal stopped for this reason. */
  static ExitCode exitCode(String reason) {
    for (Kind kind : Kind.values()) {
      if (kind.reason().equals(reason)) {
        return kind.code;
      }
    }
    throw new IllegalArgumentException("no signal gives this reason: " + reason);
  }

  /** Gives the signals back. */
  @Override
  public void close() {
    taken.forEach(SystemSignals.Taken::giveBack);
    drain.resume();
  }
}
