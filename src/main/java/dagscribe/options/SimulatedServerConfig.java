package dagscribe.options;

import dagscribe.sim.Faults;
import dagscribe.sim.Latency;
import dagscribe.sim.SimLimits;
import dagscribe.sim.SimSettings;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the options of the simulated server. */
public final class SimulatedServerConfig {

  private static final Pattern FIXED = Pattern.compile("fixed:(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s)");

  private SimulatedServerConfig() {}

  /**
   * Parses these options alone.
   *
   * @throws UsageException if one has a value that is not allowed
   */
  public static SimSettings from(SimulatedServerOptions options) {
    OptionSpec.check(SimulatedServerOptions.class, options);
    return SimSettings.DEFAULTS
        .withPort(options.getSimPort())
        .withLatency(latency(options.getSimLatency()))
        .withLimits(
            SimLimits.perMinute(
                options.getSimRequestsPerMinute(),
                options.getSimInputTokensPerMinute(),
                options.getSimOutputTokensPerMinute()))
        .withFaults(faults(options.getSimFaults()))
        .withSeed(options.getSimSeed());
  }

  private static Latency latency(String text) {
    return switch (text) {
      case "model" -> Latency.modelled();
      case "none" -> Latency.none();
      default -> fixed(text);
    };
  }

  private static Latency fixed(String text) {
    Matcher fixed = FIXED.matcher(text);
    if (!fixed.matches()) {
      throw UsageException.of("simLatency", text, "none, model, fixed:3s or fixed:250ms");
    }
    double millis = Double.parseDouble(fixed.group(1)) * (fixed.group(2).equals("s") ? 1_000 : 1);
    return Latency.fixed(Duration.ofMillis(Math.round(millis)));
  }

  private static Faults faults(String text) {
    try {
      return text.equals("none") ? Faults.none() : Faults.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--simFaults=" + text + ": " + e.getMessage());
    }
  }
}
