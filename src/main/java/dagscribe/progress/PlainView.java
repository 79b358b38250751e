package dagscribe.progress;

import java.io.PrintStream;

/** A line now and then, and when something notable begins. */
final class PlainView implements View {

  private final PrintStream err;
  private final PlainSchedule schedule = new PlainSchedule();
  private final Notices notices = new Notices();

  PlainView(PrintStream err) {
    this.err = err;
  }

  @Override
  public void show(Figures figures) {
    if (schedule.isDue(figures.elapsed())) {
      err.println(Sentence.of(figures));
      notices.toldAll(figures);
    } else {
      notices.begun(figures).ifPresent(err::println);
    }
  }

  @Override
  public void close() {}
}
