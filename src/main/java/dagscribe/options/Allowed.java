package dagscribe.options;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values an option allows: alternatives joined by {@code |}.
 *
 * <p>An alternative is a range ({@code 1..20}; both ends are allowed, and fractions only if they
 * have one, as in {@code 0.0..1.0}), a lower-case word to be given as it is, or a form that is
 * described and not checked here, such as {@code PATTERNS} or {@code https://...}; a form needs
 * some text.
 *
 * @param alternatives as written
 */
record Allowed(List<String> alternatives) {

  private static final Pattern RANGE =
      Pattern.compile("^(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)");
  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /** No sign, since no range goes below 0; long enough for any double written out. */
  private static final Pattern WHOLE = Pattern.compile("\\d{1,400}");

  private static final Pattern DECIMAL = Pattern.compile("\\d{1,400}(\\.\\d{1,400})?");

  static Allowed parse(String text) {
    return new Allowed(List.of(text.split("\\|")));
  }

  boolean accepts(String value) {
    return alternatives.stream().anyMatch(alternative -> accepts(alternative, value));
  }

  private boolean accepts(String alternative, String value) {
    Matcher range = RANGE.matcher(alternative);
    if (range.matches()) {
      return inRange(range.group(1), range.group(2), value);
    }
    return WORD.matcher(alternative).matches() ? alternative.equals(value) : !value.isBlank();
  }

  private boolean inRange(String min, String max, String value) {
    if (!(min.contains(".") ? DECIMAL : WHOLE).matcher(value).matches()) {
      return false;
    }
    BigDecimal number = new BigDecimal(value);
    return number.compareTo(new BigDecimal(min)) >= 0 && number.compareTo(new BigDecimal(max)) <= 0;
  }

  /** The alternatives in words: {@code auto or 1..20}. */
  @Override
  public String toString() {
    int last = alternatives.size() - 1;
    return last == 0
        ? alternatives.get(0)
        : String.join(", ", alternatives.subList(0, last)) + " or " + alternatives.get(last);
  }
}
