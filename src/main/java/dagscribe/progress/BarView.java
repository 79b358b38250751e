package dagscribe.progress;

import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar with the most important figures beside it, drawn over and over. */
/*
 * The library would open a terminal of its own unless it is told where to draw and how wide. That
 * terminal takes the signals from whoever has them (JLine's native signals), and Ctrl-C would end the
 * run at once.
 */
final class BarView implements View {

  /** The library's own interval: drawing is up to us, once it has drawn for the first time. */
  private static final int NEVER_MILLIS = Integer.MAX_VALUE;

  /** Columns of a bar that shows anything. */
  private static final int SHORTEST_BAR = 10;

  /** Columns of percentage, brackets, elapsed time and spaces. */
  private static final int FRAME = 22;

  private static final String READING = "reading";
  private static final String ASKING = "asking";

  private final TerminalLine line;
  private final IntSupplier columns;
  private @Nullable ProgressBar bar;
  private LineConsumer drawing = new LineConsumer();

  /**
   * @param columns width of the terminal at the moment
   */
  BarView(TerminalLine line, IntSupplier columns) {
    this.line = line;
    this.columns = columns;
  }

  @Override
  public void show(Figures figures) {
    Snapshot now = figures.now();
    boolean isAsking = now.isAsking();
    ProgressBar shown = bar(isAsking ? ASKING : READING, isAsking ? " DAGs" : " lines");
    shown.maxHint(isAsking && now.isTotalKnown() ? now.toAsk() : -1);
    shown.stepTo(isAsking ? now.generators().dags().settled() : now.linesRead());
    shown.setExtraMessage(Sentence.beside(figures, room(shown)));
    shown.refresh();
  }

  private int room(ProgressBar shown) {
    int numbers = 2 * Long.toString(Math.max(shown.getMax(), shown.getCurrent())).length();
    return columns.getAsInt() - ASKING.length() - numbers - FRAME - SHORTEST_BAR;
  }

  private ProgressBar bar(String task, String unit) {
    if (bar == null || !bar.getTaskName().equals(task)) {
      close();
      drawing = new LineConsumer();
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setUnit(unit, 1)
              .setInitialMax(-1)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(drawing)
              .setUpdateIntervalMillis(NEVER_MILLIS)
              .continuousUpdate()
              .clearDisplayOnFinish()
              .hideEta()
              .build();
    }
    return bar;
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      // The library does so too, but not if it had not drawn yet: then it draws instead.
      drawing.close();
      bar = null;
    }
  }

  /**
   * Where the library draws: the last column stays free, as some terminals wrap there. Its first
   * drawing is made by a thread of its own, which may come to it only after the bar was closed.
   */
  private final class LineConsumer implements ProgressBarConsumer {
    private boolean isClosed;

    @Override
    public int getMaxRenderedLength() {
      return columns.getAsInt() - 1;
    }

    @Override
    public synchronized void accept(String text) {
      if (!isClosed) {
        line.draw(text);
      }
    }

    @Override
    public void clear() {
      line.wipe();
    }

    @Override
    public synchronized void close() {
      isClosed = true;
      line.wipe();
    }
  }
}
