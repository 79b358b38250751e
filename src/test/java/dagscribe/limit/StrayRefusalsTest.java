package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrayRefusalsTest {

  private final StrayRefusals refusals = new StrayRefusals();
  private Permit permit;

  @BeforeEach
  void permit() {
    VirtualTime time = new VirtualTime();
    permit = new CallLimiter(LimiterSettings.LEARNED, time, time).acquire(1, 1).join();
  }

  @Test
  void few_areNoSignAtFirst() {
    pass(10, 1);
    assertThat(refusals.areFew(), is(true));
  }

  @Test
  void wall_isNoticedAtOnce() {
    pass(100, 0);
    pass(0, 8);
    assertThat(refusals.areFew(), is(false));
  }

  @Test
  void few_areLookedIntoAfterAWhile() {
    pass(300, 10);
    assertThat(refusals.areFew(), is(false));
  }

  @Test
  void refusalsThatGoOnAtAQuarterOfThePace_areStray() {
    assertThat(isFutileAfter(400, 9, 1), is(false));
    assertThat(isFutileAfter(200, 9, 1), is(false));
    assertThat(isFutileAfter(90, 9, 1), is(true));
    assertThat(refusals.areStray(), is(true));
  }

  @Test
  void refusalsOfMostCalls_areALimitsHoweverSlow() {
    assertThat(isFutileAfter(400, 5, 5), is(false));
    assertThat(isFutileAfter(200, 5, 5), is(false));
    assertThat(isFutileAfter(90, 5, 5), is(false));
    assertThat(refusals.areStray(), is(false));
  }

  @Test
  void farMoreThanUsual_areASignAgain() {
    refusalsThatGoOnAtAQuarterOfThePace_areStray();
    pass(20, 20);
    assertThat(refusals.areStray(), is(false));
  }

  @Test
  void usual_isForgottenWhenNothingIsRefused() {
    refusalsThatGoOnAtAQuarterOfThePace_areStray();
    pass(5_000, 0);
    pass(0, 12);
    assertThat(refusals.areStray(), is(false));
  }

  private boolean isFutileAfter(double pace, int served, int refused) {
    boolean isFutile = refusals.isFutileCut(pace, 0);
    pass(served, refused);
    return isFutile;
  }

  private void pass(int served, int refused) {
    for (int i = 0; i < served; i++) {
      refusals.granted();
      refusals.served();
    }
    for (int i = 0; i < refused; i++) {
      refusals.granted();
      refusals.refused(permit);
    }
  }
}
