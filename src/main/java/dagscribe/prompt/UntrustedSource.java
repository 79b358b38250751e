package dagscribe.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source made safe to stand in a prompt.
 *
 * <p>What could be taken for a fence, {@code <dag} or {@code </dag} in whatever characters a reader
 * may take for these ({@link Reading}), has its {@code <} written as {@value #OPENER}: the model
 * still sees what stood there, and a reader of the prompt sees that it was changed. Characters that
 * UTF-8 or JSON cannot carry or that hide text become U+FFFD. Any other source stays as it is;
 * equal sources give equal ones.
 *
 * @param inert the source without anything that could pass for a fence or break the request
 * @param suspect whether it may want to be more than data, so that it is asked about alone
 */
record UntrustedSource(String inert, boolean suspect) {

  /** Stands for a {@code <}; nothing that decodes or normalises text turns it back into one. */
  private static final String OPENER = "[lt]";

  /** Not an expression that goes on behind the name, such as {@code start < dag.start_date}. */
  private static final Pattern FENCE =
      Pattern.compile(
          "<~*+(?:[/\\\\](?:~|[/\\\\])*+dag(?![a-z0-9_])|dag(?![a-z0-9_.(\\[]))"
              .replace("dag", "d~*+a~*+g")
              .replace("~", "[\\x00\\s]"));

  /** Looks through a source, in linear time. */
  static UntrustedSource of(String source) {
    String printable = Chars.printable(source);
    Reading reading = Reading.of(printable);
    String inert = withoutFences(printable, reading);
    boolean holdsTags = source.codePoints().anyMatch(Invisible::isTag);
    boolean holdsFence = !inert.equals(printable);
    return new UntrustedSource(inert, holdsTags || holdsFence || InjectionSigns.in(reading));
  }

  private static String withoutFences(String printable, Reading reading) {
    Matcher fence = FENCE.matcher(reading.text());
    StringBuilder out = new StringBuilder();
    int from = 0;
    while (fence.find()) {
      int start = reading.start(fence.start());
      if (start >= from) {
        out.append(printable, from, start).append(OPENER);
        from = reading.end(fence.start());
      }
    }
    return from == 0 ? printable : out.append(printable, from, printable.length()).toString();
  }
}
