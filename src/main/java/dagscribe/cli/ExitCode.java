package dagscribe.cli;

/** How a run ended, as the shell sees it. */
public enum ExitCode {
  DONE(0, "done"),
  UNEXPECTED(1, "unexpected failure"),
  USAGE(2, "mistake in the command line"),
  INPUT(3, "input missing or unreadable"),
  NOT_ALLOWED(4, "not authorised, unreachable, unknown model, spend limit, all refused"),
  FAILURES(5, "more failures than --maxFailures"),
  LEDGER(6, "ledger broken"),
  CACHE(7, "cache unusable, or failed in mid-run and the rest is deferred"),
  CLUSTER(8, "Flink cluster lost"),
  DISK_FULL(9, "disk full, the same command goes on"),
  MACHINE(10, "memory or native code lacking"),
  INTERRUPTED(130, "ended by Ctrl-C, the rest is deferred"),
  TERMINATED(143, "ended by SIGTERM, the rest is deferred");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** A few words for an operator. */
  public String meaning() {
    return meaning;
  }
}
