package dagscribe.options;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/** The texts that explain options. */
public final class OptionHelp {

  private OptionHelp() {}

  /** Prints our options by concern: what each is for, what it allows, its default. */
  public static void print(PrintStream out) {
    for (Class<? extends PipelineOptions> group : OptionSpec.GROUPS) {
      out.println(group.getAnnotation(Description.class).value() + ":");
      OptionSpec.of(group).forEach(spec -> out.println(line(spec)));
    }
  }

  private static String line(OptionSpec spec) {
    String fallback = spec.required() ? "required" : "default " + spec.defaultText();
    return String.format(
        Locale.ROOT,
        "  %-26s %s [%s] (%s)",
        "--" + spec.name(),
        spec.what(),
        spec.allowed(),
        fallback);
  }

  /**
   * Prints the options of one of Beam's or a runner's interfaces.
   *
   * @throws UsageException if there is no interface of this name
   */
  public static void print(PrintStream out, String interfaceName) {
    Class<? extends PipelineOptions> options = OptionCatalog.registered(interfaceName);
    if (options == null) {
      String known =
          OptionCatalog.registered().map(Class::getSimpleName).collect(Collectors.joining(", "));
      throw new UsageException("--help=" + interfaceName + ": must be one of " + known);
    }
    PipelineOptionsFactory.printHelp(out, options);
  }
}
