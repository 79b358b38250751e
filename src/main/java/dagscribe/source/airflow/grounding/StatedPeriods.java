package dagscribe.source.airflow.grounding;

import java.util.List;
import java.util.stream.Stream;

/** Finds how often an instruction says that something runs. */
final class StatedPeriods {

  private StatedPeriods() {}

  /** What a text in lower case states. */
  static List<StatedPeriod> in(String text) {
    return Stream.of(
            StatedIntervals.every(text), StatedIntervals.times(text), PeriodWord.allIn(text))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
