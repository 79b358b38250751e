package dagscribe.source.airflow.grounding;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a DAG says of when it runs: a preset, a cron expression, a time delta, a timetable,
 * data sets, None. What is computed, or made of names that the source does not resolve, is not
 * read: a condition has several outcomes, and a variable any.
 */
final class SourceCadence {

  private static final Map<String, String> PRESETS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@quarterly", "0 0 1 */3 *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  private static final Map<String, Integer> WITHOUT_TIMES =
      Map.of(
          "None", Cadence.NEVER,
          "@none", Cadence.NEVER,
          "@once", Cadence.ONCE,
          "@continuous", Cadence.CONTINUOUS);

  private static final Map<String, Integer> TIMETABLES =
      Map.of(
          "NullTimetable", Cadence.NEVER,
          "OnceTimetable", Cadence.ONCE,
          "ContinuousTimetable", Cadence.CONTINUOUS);

  private static final Set<String> DATA =
      Set.of(
          "Dataset",
          "DatasetAlias",
          "DatasetAll",
          "DatasetAny",
          "Asset",
          "AssetAlias",
          "AssetAll",
          "AssetAny",
          "AssetRef",
          "AssetWatcher");

  private SourceCadence() {}

  /** The cadence of a schedule; empty if it is computed or otherwise not in the text. */
  static Optional<Cadence> parse(String schedule) {
    Optional<Cadence> written = written(schedule.strip());
    return written.isPresent() ? written : read(ExpressionParser.parse(schedule));
  }

  /** The cadence of a preset that has a cron expression, or of such an expression. */
  static Optional<Cadence> cron(String text) {
    return Cron.parse(PRESETS.getOrDefault(text, text));
  }

  private static Optional<Cadence> written(String text) {
    Integer period = WITHOUT_TIMES.get(text);
    return period != null ? Optional.of(Cadence.every(period)) : cron(text);
  }

  private static Optional<Cadence> read(Expression schedule) {
    if (schedule instanceof Expression.Text text) {
      return written(text.value().strip());
    }
    if (schedule instanceof Expression.Name name && name.word().equals("None")) {
      return Optional.of(Cadence.every(Cadence.NEVER));
    }
    if (isData(schedule)) {
      return Optional.of(Cadence.every(Cadence.ON_DATA));
    }
    return schedule instanceof Expression.Call call ? call(call) : Optional.empty();
  }

  private static boolean isData(Expression schedule) {
    if (schedule instanceof Expression.Joined joined) {
      return joined.parts().stream().allMatch(SourceCadence::isData);
    }
    return schedule instanceof Expression.Sequence
        || (schedule instanceof Expression.Call call && DATA.contains(call.name()));
  }

  private static Optional<Cadence> call(Expression.Call call) {
    return switch (call.name()) {
      case "timedelta", "relativedelta" -> Deltas.seconds(call).map(Cadence::every);
      case "DeltaDataIntervalTimetable", "DeltaTriggerTimetable" ->
          call.argument("delta").flatMap(SourceCadence::read);
      case "CronTriggerTimetable", "CronDataIntervalTimetable" ->
          call.argument("cron").flatMap(SourceCadence::read);
      case "MultipleCronTriggerTimetable" -> all(call.positional());
      case "DatasetOrTimeSchedule", "AssetOrTimeSchedule" ->
          Optional.ofNullable(call.named().get("timetable"))
              .flatMap(SourceCadence::read)
              .map(time -> Cadence.all(List.of(time, Cadence.every(Cadence.ON_DATA))));
      default -> Optional.ofNullable(TIMETABLES.get(call.name())).map(Cadence::every);
    };
  }

  /** What runs at each of these; empty if one of them cannot be read. */
  private static Optional<Cadence> all(List<Expression> parts) {
    List<Cadence> cadences =
        parts.stream().map(SourceCadence::read).flatMap(Optional::stream).toList();
    boolean readable = !cadences.isEmpty() && cadences.size() == parts.size();
    return readable ? Optional.of(Cadence.all(cadences)) : Optional.empty();
  }
}
