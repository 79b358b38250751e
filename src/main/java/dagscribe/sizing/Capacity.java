package dagscribe.sizing;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dagscribe.claude.Models;
import dagscribe.delivery.ClientSettings;
import dagscribe.limit.AccountLimits;
import dagscribe.limit.LimiterTotals;
import java.io.Serializable;

/**
 * What calls may use.
 *
 * @param limits limits a minute; those that are not known bind nothing
 * @param callsInFlight calls that wait for their answer at once, 1 or more
 * @param isIdle whether nothing was asked yet, so that a minute of each limit is saved up
 */
@JsonIgnoreProperties("isIdle")
public record Capacity(@JsonUnwrapped AccountLimits limits, int callsInFlight, boolean isIdle)
    implements Serializable {

  public Capacity {
    if (callsInFlight < 1) {
      throw new IllegalArgumentException("callsInFlight must be 1 or more: " + callsInFlight);
    }
  }

  /** What is known at this moment: set by the operator, or else learned from the server. */
  public static Capacity of(ClientSettings settings, String model, LimiterTotals learned) {
    AccountLimits otherwise =
        settings.isAnthropic() ? Models.startTier(model) : AccountLimits.LEARNED;
    AccountLimits known = settings.limits().orElse(learned.limits()).orElse(otherwise);
    return new Capacity(known, callsInFlight(settings), learned.granted() == 0);
  }

  /** Steady rates: those that are set, and others where none is. */
  public static Capacity steady(ClientSettings settings, AccountLimits otherwise) {
    return new Capacity(settings.limits().orElse(otherwise), callsInFlight(settings), false);
  }

  private static int callsInFlight(ClientSettings settings) {
    return settings.workers() == 0 ? ClientSettings.MAX_AUTO_WORKERS : settings.workers();
  }
}
