package dagscribe.report;

import dagscribe.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The data set's card, {@code README.md} of the output directory, in the form that the Hugging Face
 * Hub and its {@code datasets} library read: front matter that makes the pairs, and nothing else,
 * what a loader of the directory loads, and what a reader must know of how they were made. Every
 * text is escaped, whoever wrote it.
 */
public final class DataCard {

  /** A line of every card, which no other file has. */
  public static final String MARK = "<!-- Written by dagscribe; another run replaces it. -->";

  private static final String TEMPLATE = "/dagscribe/report/card.md";
  private static final int MOST_LICENCES = 20;
  private static final Map<String, String> SHAPES =
      Map.of(
          "full",
          "`instruction` is the request, `output` the source of the DAG; the other columns tell"
              + " where both come from and how they agree. `record` holds what else came with the"
              + " source, as JSON text.",
          "alpaca",
          "`instruction` is the request, `input` is empty, `output` is the source of the DAG.",
          "chat",
          "`messages` holds the request of the user and the source of the DAG as the assistant's"
              + " answer.");

  private DataCard() {}

  /** Renders the card of a run. */
  public static String render(RunReport report) {
    return PageTemplate.resource(TEMPLATE)
        .fill(
            Map.of(
                "mark", MARK,
                "licence", yaml(Licences.ids(report.licences().keySet())),
                "size", size(report.ledger().instructions()),
                "tags", report.simulated() ? "\n- simulated" : "",
                "made", made(report),
                "shape", SHAPES.getOrDefault(report.format(), ""),
                "origin", origin(report),
                "counts", counts(report),
                "licences", licences(report.licences())));
  }

  private static String made(RunReport report) {
    long pairs = report.ledger().instructions();
    String asked =
        report.simulated()
            ? "**No model was asked:** a simulated server made the requests from the facts of each"
                + " source, to try the program out."
            : "The requests were written by a language model, from the sources.";
    return (pairs == 0
            ? "The run that wrote this card made no pairs, so there is nothing to load. "
            : number(pairs) + " pairs of an Apache Airflow DAG and the request for it. ")
        + asked;
  }

  private static String origin(RunReport report) {
    return row("model", report.simulated() ? "none (simulated)" : report.model())
        + row("profile", report.profile())
        + row("prompt", report.promptVersion())
        + row("format", report.format())
        + row("made", report.finished())
        + row("by", "dagscribe " + report.dagscribe());
  }

  private static String counts(RunReport report) {
    Ledger ledger = report.ledger();
    return row("pairs", number(ledger.instructions()))
        + row("of them with the source of another, but for space", number(report.duplicates()))
        + row("records read", number(ledger.read()))
        + row("skipped, failed", number(ledger.skipped()) + ", " + number(ledger.failed()))
        + row("not asked", number(ledger.deferred()))
        + row("for a person to decide", number(ledger.review()));
  }

  private static String licences(Map<String, Long> licences) {
    List<Map.Entry<String, Long>> sorted =
        licences.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    String most =
        sorted.stream()
            .limit(MOST_LICENCES)
            .map(each -> row(each.getKey(), number(each.getValue())))
            .collect(Collectors.joining());
    long rest = sorted.stream().skip(MOST_LICENCES).mapToLong(Map.Entry::getValue).sum();
    return rest == 0 ? most : most + row("others", number(rest));
  }

  private static String size(long pairs) {
    List<String> steps = List.of("1K", "10K", "100K", "1M", "10M", "100M", "1B");
    long most = 1_000;
    for (int i = 0; i < steps.size(); i++, most *= 10) {
      if (pairs < most) {
        return i == 0 ? "n<1K" : steps.get(i - 1) + "<n<" + steps.get(i);
      }
    }
    return "n>1B";
  }

  private static String yaml(List<String> ids) {
    return ids.stream().map(id -> "\n- " + id).collect(Collectors.joining());
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String row(String name, String value) {
    return "| " + markdown(name) + " | " + markdown(value) + " |\n";
  }

  /** Text that Markdown, and the HTML in it, takes for nothing but text. */
  private static String markdown(String text) {
    return PlainText.spaced(text).replaceAll("[\\\\`*_{}\\[\\]<>()#|!~&$:@]", "\\\\$0");
  }
}
