package dagscribe.progress;

import java.util.function.Consumer;

/** A line now and then, and when something notable begins. */
final class PlainView implements View {

  private final Consumer<String> lines;
  private final PlainSchedule schedule = new PlainSchedule();
  private final Notices notices = new Notices();

  PlainView(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void show(Figures figures) {
    if (schedule.isDue(figures.elapsed())) {
      lines.accept(Sentence.of(figures));
      notices.toldAll(figures);
    } else {
      notices.begun(figures).ifPresent(lines);
    }
  }

  @Override
  public void close() {}
}
