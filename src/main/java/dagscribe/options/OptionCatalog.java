package dagscribe.options;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/** Every option that may be given: ours, Beam's, and those of the runners on the class path. */
final class OptionCatalog {

  private static final int MAX_SUGGESTIONS = 3;

  private final Map<String, OptionSpec> ours =
      OptionSpec.GROUPS.stream()
          .flatMap(group -> OptionSpec.of(group).stream())
          .collect(Collectors.toMap(OptionSpec::name, Function.identity()));

  private final Map<String, Class<?>> types = new TreeMap<>();

  OptionCatalog() {
    PipelineOptionsFactory.getRegisteredOptions().forEach(this::add);
    ours.values().forEach(spec -> types.put(spec.name(), spec.getter().getReturnType()));
  }

  private void add(Class<? extends PipelineOptions> options) {
    for (Method getter : options.getMethods()) {
      String name = OptionSpec.nameOf(getter);
      if (!name.isEmpty() && hasSetter(options, getter)) {
        types.put(name, getter.getReturnType());
      }
    }
  }

  private static boolean hasSetter(Class<?> options, Method getter) {
    String setter = getter.getName().replaceFirst("^(get|is)", "set");
    return Arrays.stream(options.getMethods()).anyMatch(method -> method.getName().equals(setter));
  }

  boolean knows(String name) {
    return types.containsKey(name);
  }

  /** Whether the option is true or false, so that its name alone means true. */
  boolean isFlag(String name) {
    Class<?> type = types.get(name);
    return type == boolean.class || type == Boolean.class;
  }

  /** Our declaration of the option, null if it is Beam's or a runner's. */
  @Nullable OptionSpec ours(String name) {
    return ours.get(name);
  }

  /** Known names that look like this one, the nearest first. */
  List<String> nearest(String name) {
    int tolerance = Math.max(2, name.length() / 3);
    return types.keySet().stream()
        .filter(known -> distance(name, known) <= tolerance)
        .sorted(Comparator.comparing(known -> distance(name, known)))
        .limit(MAX_SUGGESTIONS)
        .toList();
  }

  private static int distance(String left, String right) {
    return LevenshteinDistance.getDefaultInstance().apply(plain(left), plain(right));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
  }

  /** The registered interface of this simple name, such as {@code FlinkPipelineOptions}. */
  static @Nullable Class<? extends PipelineOptions> registered(String simpleName) {
    return registered()
        .filter(options -> options.getSimpleName().equalsIgnoreCase(simpleName))
        .findFirst()
        .orElse(null);
  }

  /** The registered interfaces, by name. */
  static Stream<Class<? extends PipelineOptions>> registered() {
    return PipelineOptionsFactory.getRegisteredOptions().stream()
        .sorted(Comparator.comparing(Class::getSimpleName));
  }
}
