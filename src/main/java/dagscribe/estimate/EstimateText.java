package dagscribe.estimate;

import dagscribe.limit.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An estimate for people: what was selected, a row for each way to ask, what it rests on. */
public final class EstimateText {

  private static final List<String> HEADER =
      List.of(
          "profile",
          "model",
          "asked",
          "cached",
          "calls",
          "DAGs a call",
          "input tokens",
          "output tokens",
          "dollars",
          "minutes",
          "bound by");

  private EstimateText() {}

  /** Renders an estimate. */
  public static String of(EstimateReport estimate) {
    StringBuilder text = new StringBuilder();
    selection(text, estimate.selection());
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    estimate.forecasts().forEach(forecast -> rows.add(row(forecast)));
    text.append('\n').append(TextTable.of(rows)).append('\n');
    estimate.assumptions().forEach(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  private static void selection(StringBuilder text, Selection selection) {
    line(text, "read", selection.read(), "");
    line(text, "malformed", selection.malformed(), "");
    line(text, "skipped", selection.allSkipped(), reasons(selection.skipped()));
    line(text, "duplicates", selection.duplicates(), "");
    line(text, "distinct", selection.distinct(), "");
    if (!selection.balanced()) {
      text.append("selection     BROKEN\n");
    }
  }

  private static void line(StringBuilder text, String name, long count, String note) {
    text.append(String.format(Locale.ROOT, "%-13s %d%s%n", name, count, note));
  }

  private static String reasons(Map<String, Long> reasons) {
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> reason.getKey() + " " + reason.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  private static List<String> row(Forecast forecast) {
    Limit bound = forecast.boundBy();
    return List.of(
        forecast.name(),
        forecast.model(),
        count(forecast.asked()),
        count(forecast.cached()),
        count(forecast.calls()),
        count(forecast.dagsPerCall()),
        count(forecast.inputTokens()),
        count(forecast.outputTokens()),
        dollars(forecast.costUsd()),
        minutes(forecast.minutes()),
        bound == null ? "nothing" : bound.words());
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String dollars(@Nullable Double usd) {
    if (usd == null) {
      return "unknown";
    }
    return String.format(Locale.ROOT, usd < 1 ? "%.4f" : "%,.2f", usd);
  }

  private static String minutes(double minutes) {
    return String.format(Locale.ROOT, minutes < 1 ? "%.2f" : "%,.1f", minutes);
  }
}
