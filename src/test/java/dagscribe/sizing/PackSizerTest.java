package dagscribe.sizing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dagscribe.sizing.PackSize.Reason;
import org.junit.jupiter.api.Test;

class PackSizerTest {

  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Account START = new Account(1_000, 2_000_000, 400_000, 512, true);

  @Test
  void fewDags_areAskedOneByOneWhileNothingBinds() {
    PackSize size = PackSizer.best(work(40, 0), START);
    assertThat(size.dags(), is(1));
    assertThat(size.reason(), is(Reason.LATENCY));
  }

  @Test
  void fewWorkers_takeSoManyDagsThatOneWaveIsEnough() {
    PackSize size = PackSizer.best(work(50, 0), new Account(NONE, NONE, NONE, 20, true));
    assertThat(size.dags(), is(3));
    assertThat(size.reason(), is(Reason.IN_FLIGHT));
  }

  @Test
  void requestsThatBind_areShared() {
    PackSize size = PackSizer.best(work(2_000, 0), new Account(50, NONE, NONE, 512, true));
    assertThat(size.dags(), is(20));
    assertThat(size.reason(), is(Reason.REQUESTS));
  }

  @Test
  void inputThatBinds_sharesThePromptAsFarAsThatHelps() {
    Demand work = new Demand(2_000, 500, 2_000, 100, 0, 0.0044);
    PackSize size = PackSizer.best(work, new Account(NONE, 50_000, NONE, 512, true));
    assertThat(size.dags(), greaterThan(5));
    assertThat(size.reason(), is(Reason.INPUT_TOKENS));
  }

  @Test
  void sharedPrompt_isPaidLessOftenIfThatTakesNoLonger() {
    PackSize size = PackSizer.best(work(1_000, 600), new Account(NONE, NONE, 50_000, 512, true));
    assertThat(size.dags(), greaterThan(1));
    assertThat(size.dags(), lessThan(20));
    assertThat(size.reason(), is(Reason.PRICE));
  }

  @Test
  void thinking_isPaidLessOftenWhereTimeAllows() {
    Demand work = new Demand(1_000, 1_500, 100, 150, 1_500, 0.0044);
    PackSize size = PackSizer.best(work, new Account(NONE, 100_000, NONE, 512, true));
    assertThat(size.dags(), greaterThan(5));
    assertThat(size.reason(), is(Reason.PRICE));
  }

  @Test
  void operatorsNumber_isTakenAndCounted() {
    PackSizer sizer = new PackSizer(7);
    assertThat(sizer.choose(work(40, 0), START).dags(), is(7));
    assertThat(sizer.chosen().toString(), is("{7, as set=40}"));
  }

  private static Demand work(int dags, double sharedInput) {
    return new Demand(dags, 1_500, sharedInput, 150, 0, 0.0044);
  }
}
