package dagscribe.limit;

import org.junit.jupiter.api.Test;

class LimiterScenariosTest {
  @Test
  void look() {
    for (Scenario s : Scenarios.all()) {
      long t0 = System.nanoTime();
      s.run();
      System.out.printf(
          "%-26s used %.4f  429 %.5f steady429 %.5f  maxInFlight %.0f limit %.0f gate %.0f cuts %.0f out %.0f  first60 %.3f  %d ms%n",
          s.name,
          s.shareUsed(),
          s.shareRefused(),
          s.shareRefusedWhenSteady(),
          s.total(LimiterTotals::maxInFlight),
          s.total(LimiterTotals::inFlightLimit),
          s.total(LimiterTotals::gateClosings),
          s.total(LimiterTotals::cuts),
          s.total(LimiterTotals::outstanding),
          s.shareUsed(0, 60),
          (System.nanoTime() - t0) / 1000000);
      StringBuilder b = new StringBuilder();
      for (int i = 0; i + 10 <= s.seconds; i += 10)
        b.append(String.format("%.2f ", s.shareUsed(i, i + 10)));
      System.out.println("    " + b);
    }
  }
}
