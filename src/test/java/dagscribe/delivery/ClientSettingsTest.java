package dagscribe.delivery;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dagscribe.limit.AccountLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {
  @Test
  void settings_travelToWorkers() throws Exception {
    ClientSettings settings =
        ClientSettings.DEFAULTS
            .withBaseUrl("http://localhost:8080")
            .withLimits(new AccountLimits(1_000L, null, 400_000L))
            .withWorkers(64)
            .withMaxCostUsd(2.5);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settings);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject(), is(settings));
    }
  }

  @Test
  void settings_refuseNonsense() {
    assertThrows(
        IllegalArgumentException.class, () -> ClientSettings.DEFAULTS.withMaxCostUsd(-1.0));
    assertThrows(
        IllegalArgumentException.class, () -> ClientSettings.DEFAULTS.withMaxCostUsd(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> ClientSettings.DEFAULTS.withWorkers(-1));
  }

  @Test
  void anthropic_isTheDefault() {
    assertThat(ClientSettings.DEFAULTS.isAnthropic(), is(true));
    assertThat(ClientSettings.DEFAULTS.withBaseUrl("http://127.0.0.1:1").isAnthropic(), is(false));
  }
}
