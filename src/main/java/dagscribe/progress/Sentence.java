package dagscribe.progress;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is to be said, in one line. */
final class Sentence {

  private Sentence() {}

  /** The line for a log. */
  static String of(Figures figures) {
    return at(figures, figures.now().isAsking() ? asking(figures) : reading(figures));
  }

  /** A line for a log with the time since the run began. */
  static String at(Figures figures, String text) {
    return "dagscribe: " + Amounts.time(figures.elapsed()) + ": " + text;
  }

  private static String reading(Figures figures) {
    return "reading, " + Amounts.count(figures.now().linesRead()) + " lines so far";
  }

  private static String asking(Figures figures) {
    return Stream.of(
            Optional.of(Phrases.answered(figures)),
            Phrases.cached(figures),
            Phrases.failed(figures),
            Phrases.deferred(figures),
            Phrases.inFlight(figures),
            Phrases.awaited(figures),
            Phrases.pace(figures),
            Phrases.limit(figures),
            Phrases.refusals(figures),
            Phrases.unanswered(figures),
            Phrases.trouble(figures),
            Phrases.spent(figures),
            Phrases.end(figures))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  /**
   * What stands beside a bar, the most important first, as much as there is room for.
   *
   * @param columns room
   */
  static String beside(Figures figures, int columns) {
    StringBuilder text = new StringBuilder();
    for (String phrase : figures.now().isAsking() ? besideAsking(figures) : List.<String>of()) {
      String more = text.isEmpty() ? phrase : ", " + phrase;
      if (text.length() + more.length() > columns) {
        break;
      }
      text.append(more);
    }
    return text.toString();
  }

  private static List<String> besideAsking(Figures figures) {
    return Stream.of(
            Phrases.trouble(figures),
            Phrases.soFar(figures),
            Phrases.end(figures),
            Phrases.inFlight(figures),
            Phrases.awaited(figures),
            Phrases.pace(figures),
            Phrases.spent(figures),
            Phrases.refusals(figures),
            Phrases.failed(figures),
            Phrases.deferred(figures),
            Phrases.cached(figures),
            Phrases.limit(figures))
        .flatMap(Optional::stream)
        .toList();
  }
}
