package dagscribe;

import dagscribe.options.Endpoint;
import dagscribe.options.RunConfig;
import dagscribe.options.Runners;
import dagscribe.options.UsageException;
import java.util.function.UnaryOperator;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/** Tells before the run that the calls of this process would lack a key. */
final class KeyCheck {

  private static final String VARIABLE = "ANTHROPIC_API_KEY";

  private KeyCheck() {}

  /**
   * Looks only whether the variable is set; a cluster's workers have an environment of their own.
   */
  static void check(
      RunConfig config, PipelineOptions options, UnaryOperator<@Nullable String> environment) {
    boolean needed =
        config.calling().endpoint() instanceof Endpoint.Anthropic && Runners.isLocal(options);
    String key = environment.apply(VARIABLE);
    if (needed && (key == null || key.isBlank())) {
      throw new UsageException(
          "--endpoint=anthropic needs an API key: set "
              + VARIABLE
              + " in the environment, or use --endpoint=simulated to try without one");
    }
  }
}
