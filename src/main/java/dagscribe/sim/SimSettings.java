package dagscribe.sim;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a simulated server behaves.
 *
 * @param port the port on loopback, 0 to 65535; 0 takes a free one
 * @param limits limits of every model class
 * @param latency how long answers take
 * @param faults what goes wrong, and how often
 * @param seed of every draw
 * @param selfHosted answer as servers other than Anthropic's do: any model id, no rate-limit
 *     headers, no retry-after, no request id, no cache counts
 * @param acceptedKey the only key that is let in; null lets in every key that is not blank
 * @param charsPerToken characters of a token on models from 4.7 on, 0.5 to 10; older models make
 *     fewer tokens of the same text
 */
public record SimSettings(
    int port,
    SimLimits limits,
    Latency latency,
    Faults faults,
    long seed,
    boolean selfHosted,
    @Nullable String acceptedKey,
    double charsPerToken) {

  /** A free port, limits of the Start tier, no latency, no faults, any key. */
  public static final SimSettings DEFAULTS =
      new SimSettings(0, SimLimits.START, Latency.none(), Faults.none(), 1, false, null, 2.75);

  public SimSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0 to 65535: " + port);
    }
    if (!(charsPerToken >= 0.5 && charsPerToken <= 10)) {
      throw new IllegalArgumentException("charsPerToken must be 0.5 to 10: " + charsPerToken);
    }
  }

  /** Copy with another port. */
  public SimSettings withPort(int value) {
    return new SimSettings(
        value, limits, latency, faults, seed, selfHosted, acceptedKey, charsPerToken);
  }

  /** Copy with other limits. */
  public SimSettings withLimits(SimLimits value) {
    return new SimSettings(
        port, value, latency, faults, seed, selfHosted, acceptedKey, charsPerToken);
  }

  /** Copy with another latency. */
  public SimSettings withLatency(Latency value) {
    return new SimSettings(
        port, limits, value, faults, seed, selfHosted, acceptedKey, charsPerToken);
  }

  /** Copy with other faults. */
  public SimSettings withFaults(Faults value) {
    return new SimSettings(
        port, limits, latency, value, seed, selfHosted, acceptedKey, charsPerToken);
  }

  /** Copy with another seed. */
  public SimSettings withSeed(long value) {
    return new SimSettings(
        port, limits, latency, faults, value, selfHosted, acceptedKey, charsPerToken);
  }

  /** Copy that answers, or does not, as a self-hosted server. */
  public SimSettings withSelfHosted(boolean value) {
    return new SimSettings(port, limits, latency, faults, seed, value, acceptedKey, charsPerToken);
  }

  /** Copy that lets in one key only. */
  public SimSettings withAcceptedKey(String value) {
    return new SimSettings(port, limits, latency, faults, seed, selfHosted, value, charsPerToken);
  }

  /** Copy with tokens of another size. */
  public SimSettings withCharsPerToken(double value) {
    return new SimSettings(port, limits, latency, faults, seed, selfHosted, acceptedKey, value);
  }

  /** All but the key. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "SimSettings[port=%d, limits=%s, latency=%s, faults=%s, seed=%d, selfHosted=%s]",
        port,
        limits,
        latency,
        faults,
        seed,
        selfHosted);
  }
}
