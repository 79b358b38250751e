package dagscribe.source.airflow.grounding;

import dagscribe.text.JarText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The systems that DAGs and requests name, from the resource {@code systems.txt}. */
final class Systems {

  private static final List<Entry> ENTRIES = read();

  private Systems() {}

  private record Entry(
      String name, boolean common, Set<String> umbrellas, List<String> spellings) {}

  /** Names of the systems that a text names, sorted. */
  static Set<String> in(String text) {
    String line = Words.line(text);
    return ENTRIES.stream()
        .filter(entry -> entry.spellings().stream().anyMatch(line::contains))
        .map(Entry::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the name is too common for its absence from the source to mean anything. */
  static boolean common(String name) {
    return entry(name).map(Entry::common).orElse(false);
  }

  /** Whether the first is the second or a part of it, as S3 is of AWS. */
  static boolean within(String name, String umbrella) {
    return name.equals(umbrella)
        || entry(name).map(entry -> entry.umbrellas().contains(umbrella)).orElse(false);
  }

  private static Optional<Entry> entry(String name) {
    return ENTRIES.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  private static List<Entry> read() {
    return JarText.read("/dagscribe/prompts/systems.txt")
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(Systems::entryOf)
        .toList();
  }

  private static Entry entryOf(String line) {
    int colon = line.indexOf(':');
    int less = line.indexOf('<');
    boolean common = line.startsWith("~");
    String name = line.substring(common ? 1 : 0, less < 0 ? colon : less).strip();
    List<String> umbrellas = less < 0 ? List.of() : parts(line.substring(less + 1, colon), "\\+");
    List<String> spellings =
        parts(line.substring(colon + 1), ",").stream().map(s -> " " + s + " ").toList();
    return new Entry(name, common, Set.copyOf(umbrellas), spellings);
  }

  private static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(separator)).map(String::strip).toList();
  }
}
