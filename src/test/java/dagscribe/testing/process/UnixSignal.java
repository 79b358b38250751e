package dagscribe.testing.process;

import java.io.IOException;

/** Signals of the operating system. */
public final class UnixSignal {

  private UnixSignal() {}

  /** Sends a signal, by its name without SIG. */
  public static void send(String name, Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }
}
