package dagscribe.progress;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is worth a line out of turn, because it has just begun; each kind once a minute at the most,
 * and nothing while a run is too short to speak. Not thread-safe.
 */
final class Notices {

  private static final Duration QUIET = Duration.ofMinutes(1);

  /** So long a pause is told before a run has lasted long enough to say anything else. */
  private static final Duration HUGE_PAUSE = Duration.ofHours(1);

  private enum Kind {
    OUTAGE,
    PAUSE,
    UNANSWERED;

    /** Grows when it begins, or goes on to happen. */
    private long level(Figures figures) {
      return switch (this) {
        case OUTAGE -> Phrases.outage(figures).isPresent() ? 1 : 0;
        case PAUSE -> Phrases.pause(figures).isPresent() ? 1 : 0;
        case UNANSWERED -> figures.now().unanswered();
      };
    }

    private Optional<String> text(Figures figures) {
      return switch (this) {
        case OUTAGE -> Phrases.outage(figures);
        case PAUSE -> Phrases.pause(figures);
        case UNANSWERED -> Phrases.unanswered(figures).map(text -> text + ", repeating");
      };
    }
  }

  private final Map<Kind, Long> levels = new EnumMap<>(Kind.class);
  private final Map<Kind, Duration> told = new EnumMap<>(Kind.class);

  /** What has begun since it was last asked for, if it is to be told. */
  Optional<String> begun(Figures figures) {
    for (Kind kind : Kind.values()) {
      long level = kind.level(figures);
      if (level <= levels.getOrDefault(kind, 0L)) {
        levels.put(kind, level);
      } else if (mayTell(kind, figures)) {
        tell(kind, figures);
        return kind.text(figures).map(text -> Sentence.at(figures, text));
      }
    }
    return Optional.empty();
  }

  /** What goes on has been told with everything else. */
  void toldAll(Figures figures) {
    for (Kind kind : Kind.values()) {
      if (kind.level(figures) > 0) {
        tell(kind, figures);
      }
    }
  }

  private boolean mayTell(Kind kind, Figures figures) {
    Duration last = told.get(kind);
    if (last == null && kind == Kind.PAUSE && isHuge(figures)) {
      return true;
    }
    return figures.elapsed().compareTo(PlainSchedule.FIRST) >= 0
        && (last == null || figures.elapsed().minus(last).compareTo(QUIET) >= 0);
  }

  private static boolean isHuge(Figures figures) {
    return figures.now().generators().throttleReason().gateClosed().compareTo(HUGE_PAUSE) >= 0;
  }

  private void tell(Kind kind, Figures figures) {
    levels.put(kind, kind.level(figures));
    told.put(kind, figures.elapsed());
  }
}
