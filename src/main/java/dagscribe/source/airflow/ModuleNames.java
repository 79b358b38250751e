package dagscribe.source.airflow;

import java.util.stream.IntStream;

/**
 * Where names stand at the start of a line that may be given a value there. Some of them are within
 * strings.
 */
final class ModuleNames {

  private ModuleNames() {}

  static IntStream places(String source) {
    IntStream.Builder places = IntStream.builder();
    for (int at = 0; at < source.length(); at = nextLine(source, at)) {
      int name = source.charAt(at) == '\uFEFF' ? at + 1 : at;
      int end = name;
      while (end < source.length() && Character.isUnicodeIdentifierPart(source.charAt(end))) {
        end++;
      }
      if (end > name && isAssigned(source, end)) {
        places.add(name);
      }
    }
    return places.build();
  }

  /** Whether an assignment can go on here: with its sign, a type or on the next line. */
  private static boolean isAssigned(String source, int nameEnd) {
    int at = nameEnd;
    while (at < source.length() && (source.charAt(at) == ' ' || source.charAt(at) == '\t')) {
      at++;
    }
    return at < source.length() && "=:\\".indexOf(source.charAt(at)) >= 0;
  }

  private static int nextLine(String source, int from) {
    for (int at = from; at < source.length(); at++) {
      if (source.charAt(at) == '\n' || source.charAt(at) == '\r') {
        return at + 1;
      }
    }
    return source.length();
  }
}
