package dagscribe.sim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the faults of a command line. */
final class FaultsParser {

  private static final Pattern DRAWN = Pattern.compile("\\A([a-z0-9-]++):(.+)");
  private static final Pattern WINDOW =
      Pattern.compile("\\A([a-z0-9-]++)@(\\d{1,18})(-(\\d{1,18}))?");

  private final Map<FaultKind, Double> probabilities = new EnumMap<>(FaultKind.class);
  private final List<FaultWindow> windows = new ArrayList<>();

  private FaultsParser() {}

  static Faults parse(String text) {
    if (text.isBlank()) {
      return Faults.none();
    }
    FaultsParser parser = new FaultsParser();
    for (String entry : text.split(",", -1)) {
      parser.add(entry.strip());
    }
    return new Faults(parser.probabilities, parser.windows);
  }

  private void add(String entry) {
    Matcher drawn = DRAWN.matcher(entry);
    Matcher window = WINDOW.matcher(entry);
    if (drawn.matches()) {
      addDrawn(FaultKind.ofWord(drawn.group(1)), drawn.group(2), entry);
    } else if (window.matches()) {
      windows.add(windowOf(window));
    } else {
      throw new IllegalArgumentException(
          "a fault is KIND:PROBABILITY, KIND@CALL or KIND@CALL-CALL, such as 429:0.1, spend@100 or"
              + " 500@1-2: '"
              + entry
              + "'");
    }
  }

  private void addDrawn(FaultKind kind, String number, String entry) {
    if (probabilities.put(kind, probability(number, entry)) != null) {
      throw new IllegalArgumentException("fault '" + kind.word() + "' has two probabilities");
    }
  }

  private static double probability(String number, String entry) {
    try {
      double value = Double.parseDouble(number.strip());
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw notProbability(entry, e);
    }
    throw notProbability(entry, null);
  }

  private static IllegalArgumentException notProbability(String entry, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "the probability of a fault must be a number from 0 to 1: '" + entry + "'", cause);
  }

  private static FaultWindow windowOf(Matcher matcher) {
    long first = Long.parseLong(matcher.group(2));
    String last = matcher.group(4);
    return new FaultWindow(
        FaultKind.ofWord(matcher.group(1)),
        first,
        last == null ? Long.MAX_VALUE : Long.parseLong(last));
  }
}
