package dagscribe.sizing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import dagscribe.claude.Profile;
import dagscribe.limit.AccountLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A character is a token. */
class PackSizerTest {

  private static final Capacity START = idle(1_000L, 2_000_000L, 400_000L, 512);

  @Test
  void fewDags_areAskedOneByOneWhileNothingBinds() {
    PackSize size = PackSizer.best(work(40, 0), START);
    assertThat(size.toString(), is("1, since a prompt each is answered soonest"));
  }

  @Test
  void fewWorkers_takeSoManyDagsThatOneWaveIsEnough() {
    PackSize size = PackSizer.best(work(50, 0), idle(null, null, null, 20));
    assertThat(size.toString(), is("3, since the calls in flight bind"));
  }

  @Test
  void requestsThatBind_areShared() {
    PackSize size = PackSizer.best(work(2_000, 0), idle(50L, null, null, 512));
    assertThat(size.toString(), is("20, since the requests a minute bind"));
  }

  @Test
  void inputThatBinds_sharesThePromptAsFarAsThatHelps() {
    Workload work = work(Profile.SPEED, 2_000, 500, 2_000, 100);
    PackSize size = PackSizer.best(work, idle(null, 50_000L, null, 512));
    assertThat(size.dags(), greaterThan(5));
    assertThat(size.toString(), endsWith(", since the input tokens a minute bind"));
  }

  @Test
  void sharedPrompt_isPaidLessOftenIfThatTakesNoLonger() {
    PackSize size = PackSizer.best(work(1_000, 600), idle(null, null, 50_000L, 512));
    assertThat(size.dags(), greaterThan(1));
    assertThat(size.dags(), lessThan(20));
    assertThat(size.toString(), endsWith(", since the shared prompt is paid less often"));
  }

  @Test
  void thinking_isPaidLessOftenWhereTimeAllows() {
    Workload work = work(Profile.BALANCED, 1_000, 1_500, 100, 150);
    PackSize size = PackSizer.best(work, idle(null, 100_000L, null, 512));
    assertThat(size.dags(), greaterThan(5));
    assertThat(size.toString(), endsWith(", since the shared prompt is paid less often"));
  }

  @Test
  void size_isLeftToTheWorkAndTheAccountOfAnEstimateToo() {
    Capacity few = new Capacity(new AccountLimits(10L, 2_000_000L, 400_000L), 512, false);
    assertThat(PackSizer.best(work(1_000, 500), few).dags(), is(20));
  }

  @Test
  void operatorsNumber_isTakenAndCounted() {
    PackSizer sizer = new PackSizer(7);
    assertThat(sizer.choose(work(40, 0), START, 40).dags(), is(7));
    assertThat(sizer.chosen().toString(), is("{7, as set=40}"));
  }

  private static Workload work(int dags, int sharedTokens) {
    return work(Profile.SPEED, dags, 1_500, sharedTokens, 150);
  }

  private static Workload work(
      Profile profile, int dags, long tokensPerDag, int sharedTokens, double outputPerDag) {
    PromptFrame frame = new PromptFrame(0, sharedTokens, 80_000);
    return new Workload(profile.settings(), dags, dags * tokensPerDag, frame, 1, outputPerDag);
  }

  private static Capacity idle(
      @Nullable Long requests, @Nullable Long input, @Nullable Long output, int inFlight) {
    return new Capacity(new AccountLimits(requests, input, output), inFlight, true);
  }
}
