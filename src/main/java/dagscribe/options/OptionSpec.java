package dagscribe.options;

import java.beans.Introspector;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * One option of ours, as its getter declares it.
 *
 * @param name without the dashes
 * @param getter reads it
 * @param what what it is for
 * @param allowed the values it allows
 * @param defaultText its value unless given; null makes it required
 */
record OptionSpec(
    String name, Method getter, String what, Allowed allowed, @Nullable String defaultText) {

  /** The interfaces that declare options, in the order an operator meets them. */
  static final List<Class<? extends PipelineOptions>> GROUPS =
      List.of(
          InputOutputOptions.class,
          SelectionOptions.class,
          AskingOptions.class,
          CacheOptions.class,
          SimulatedServerOptions.class);

  private static final Pattern DESCRIPTION = Pattern.compile("^(.*) \\[([^\\[\\]]+)]");
  private static final Pattern GETTER = Pattern.compile("(?:get|is)(\\p{Lu}.*)");

  /** Options of one interface, required ones first, then by name. */
  static List<OptionSpec> of(Class<? extends PipelineOptions> group) {
    return Arrays.stream(group.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Description.class))
        .map(OptionSpec::of)
        .sorted(
            Comparator.comparing((OptionSpec spec) -> !spec.required())
                .thenComparing(OptionSpec::name))
        .toList();
  }

  private static OptionSpec of(Method getter) {
    Matcher text = DESCRIPTION.matcher(getter.getAnnotation(Description.class).value());
    if (!text.matches()) {
      throw new IllegalStateException(getter + " must describe its allowed values in brackets");
    }
    Allowed allowed = Allowed.parse(text.group(2));
    return new OptionSpec(nameOf(getter), getter, text.group(1), allowed, defaultOf(getter));
  }

  /** Name of the property that a getter reads; empty if it is no getter. */
  static String nameOf(Method getter) {
    Matcher name = GETTER.matcher(getter.getName());
    return name.matches() ? Introspector.decapitalize(name.group(1)) : "";
  }

  private static @Nullable String defaultOf(Method getter) {
    for (Annotation annotation : getter.getAnnotations()) {
      if (annotation instanceof Default.String text) {
        return text.value();
      } else if (annotation instanceof Default.Integer number) {
        return String.valueOf(number.value());
      } else if (annotation instanceof Default.Long number) {
        return String.valueOf(number.value());
      } else if (annotation instanceof Default.Double number) {
        return textOf(number.value());
      } else if (annotation instanceof Default.Boolean flag) {
        return String.valueOf(flag.value());
      }
    }
    return null;
  }

  boolean required() {
    return defaultText == null;
  }

  /** What to tell about a value that is not allowed. */
  String refusal(String value) {
    return UsageException.sentence(name, value, allowed.toString());
  }

  /** Refuses options of one interface that lack a value or hold one that is not allowed. */
  static void check(Class<? extends PipelineOptions> group, PipelineOptions options) {
    of(group).forEach(spec -> spec.check(options));
  }

  /** Refuses options that lack the value or hold one that is not allowed. */
  void check(PipelineOptions options) {
    Object value = valueIn(options);
    if (value == null) {
      throw new UsageException("--" + name + " is missing: " + what);
    }
    String text = textOf(value);
    if (!allowed.accepts(text)) {
      throw new UsageException(refusal(text));
    }
  }

  private static String textOf(Object value) {
    return value instanceof Double number
        ? BigDecimal.valueOf(number).toPlainString()
        : value.toString();
  }

  private @Nullable Object valueIn(PipelineOptions options) {
    try {
      return getter.invoke(options);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read --" + name, e);
    }
  }
}
