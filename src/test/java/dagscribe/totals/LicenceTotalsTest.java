package dagscribe.totals;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LicenceTotalsTest {

  @Test
  void byName_ofASumIsBoundAsItsPartsAreAndLosesNoLine() {
    LicenceTotals sum = bundle("licence of bundle A, ").plus(bundle("licence of bundle B, "));
    assertThat(sum.named().size(), is(LicenceTotals.MOST_NAMES));
    assertThat(
        sum.byName().values().stream().mapToLong(Long::longValue).sum(),
        is(2L * (LicenceTotals.MOST_NAMES + 1)));
    assertThat("names of licences are short", sum.byName(), hasEntry("MIT", 2L));
  }

  @Test
  void byName_addsTheRestToALicenceThatIsCalledOther() {
    assertThat(new LicenceTotals(Map.of("other", 2L), 3).byName(), is(Map.of("other", 5L)));
    assertThat(LicenceTotals.of("MIT").byName(), is(Map.of("MIT", 1L)));
  }

  private static LicenceTotals bundle(String prose) {
    return IntStream.range(0, LicenceTotals.MOST_NAMES)
        .mapToObj(i -> LicenceTotals.of(prose + i))
        .reduce(LicenceTotals.of("MIT"), LicenceTotals::plus);
  }
}
