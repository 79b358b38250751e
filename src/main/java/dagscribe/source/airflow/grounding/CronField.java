package dagscribe.source.airflow.grounding;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The five fields of a cron expression: their ranges, their names, and what they may hold. */
enum CronField {
  MINUTE(0, 59, ImmutableList.of()),
  HOUR(0, 23, ImmutableList.of()),
  MONTH_DAY(1, 31, ImmutableList.of()),
  MONTH(
      1,
      12,
      ImmutableList.of(
          "", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
  /** 0 and 7 are Sunday. */
  WEEK_DAY(0, 7, ImmutableList.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final Pattern PART =
      Pattern.compile("(?:\\*|(?<from>\\w++)(?:-(?<to>\\w++))?)(?:/(?<step>[1-9]\\d?))?");

  private final int min;
  private final int max;
  private final ImmutableList<String> names;

  CronField(int min, int max, ImmutableList<String> names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  /**
   * The values that a field allows.
   *
   * @throws IllegalArgumentException if it is not plain cron
   */
  NavigableSet<Integer> values(String field) {
    NavigableSet<Integer> values = new TreeSet<>();
    for (String part : Splitter.on(',').split(field.toLowerCase(Locale.ROOT))) {
      Matcher range = PART.matcher(part);
      if (!range.matches()) {
        throw new IllegalArgumentException(part);
      }
      addRange(range, values);
    }
    if (this == WEEK_DAY && values.remove(max)) {
      values.add(min);
    }
    return values;
  }

  private void addRange(Matcher range, Set<Integer> values) {
    String from = range.group("from");
    String to = range.group("to");
    String step = range.group("step");
    boolean open = to == null && (from == null || step != null);
    int first = from == null ? min : value(from);
    int last = open ? max : value(to == null ? from : to);
    if (first < min || last > max || first > last) {
      throw new IllegalArgumentException(range.group());
    }
    for (int value = first; value <= last; value += step == null ? 1 : Integer.parseInt(step)) {
      values.add(value);
    }
  }

  private int value(String text) {
    int named = names.indexOf(text);
    return named >= 0 ? named : Integer.parseInt(text);
  }

  /** Whether these are all values there are. */
  boolean isEvery(Set<Integer> values) {
    return values.size() == (this == WEEK_DAY ? max : max - min + 1);
  }
}
