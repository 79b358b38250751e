package dagscribe.progress;

import dagscribe.limit.Ticker;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a run is until it is closed, and nothing of the DAGs themselves. One daemon thread;
 * to be closed by the thread that started it.
 */
public final class Progress implements AutoCloseable {

  private final PrintStream err;
  private final PrintStream above;
  private @Nullable View view;
  private @Nullable PeriodicRefresh looks;

  private Progress(PrintStream err, PrintStream above) {
    this.err = err;
    this.above = above;
  }

  /**
   * Begins to show. While a bar is drawn, whatever else this process writes to standard error goes
   * above it.
   *
   * @param numbers the run's numbers at the moment; must not block
   * @param err where it is shown
   */
  public static Progress start(Style style, Supplier<Snapshot> numbers, PrintStream err) {
    if (style == Style.NONE) {
      return new Progress(err, err);
    }
    if (style == Style.BAR || (style == Style.AUTO && SystemTerminal.shows(err))) {
      return bar(numbers, err);
    }
    Progress lines = new Progress(err, err);
    lines.show(numbers, new PlainView(err::println));
    return lines;
  }

  /**
   * Begins to tell in lines.
   *
   * @param numbers the run's numbers at the moment; must not block
   * @param lines takes each line; must not throw
   */
  public static Progress lines(Supplier<Snapshot> numbers, Consumer<String> lines) {
    Progress told = new Progress(System.err, System.err);
    told.show(numbers, new PlainView(lines));
    return told;
  }

  private static Progress bar(Supplier<Snapshot> numbers, PrintStream err) {
    TerminalLine line = new TerminalLine(err);
    PrintStream above = new PrintStream(line, true, Charset.defaultCharset());
    Progress bar = new Progress(err, PlainStream.of(above));
    if (err == System.err) {
      System.setErr(bar.above);
    }
    bar.show(numbers, new BarView(line, SystemTerminal::columns));
    return bar;
  }

  private void show(Supplier<Snapshot> numbers, View shown) {
    Ticker ticker = Ticker.system();
    Trend trend = new Trend(ticker.nanos());
    view = shown;
    looks = new PeriodicRefresh(() -> shown.show(trend.observe(ticker.nanos(), numbers.get())));
  }

  /** Where others write while this is shown, so that neither disturbs the other. */
  public PrintStream err() {
    return above;
  }

  /** Takes away what is shown, and shows no more; a second time does nothing. */
  public void end() {
    if (looks == null || view == null) {
      return;
    }
    try {
      looks.end();
    } catch (ExecutionException e) {
      above.println("dagscribe: how far the run was could not be shown: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    view.close();
    looks = null;
    if (System.err == above) {
      System.setErr(err);
    }
  }

  @Override
  public void close() {
    end();
  }
}
