package dagscribe.estimate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.Profile;
import dagscribe.sizing.Limits;
import dagscribe.sizing.Load;
import dagscribe.totals.SurveyTotals;
import org.junit.jupiter.api.Test;

/**
 * At 2.5 characters a token, 80,000 tokens are 200,000 characters, 2,000 of them the template's.
 */
class PackingTest {

  private static final Limits LIMITS = new Limits(1_000, 2_000_000, 400_000, 512);
  private static final Packing PACKING = new Packing(2_000, 0, 5, 2.5);

  @Test
  void calls_areAsFewAsTheDagsPerCallAllow() {
    // 5 + 5 + 1 DAGs; (3 x 2,000 + 50,000) / 2.5 tokens in; 11 x 200 out
    assertThat(load(11, 50_000), is(new Load(3, 5, 22_400, 0, 2_200)));
  }

  @Test
  void calls_growWithLongDags() {
    // 1,000,000 / 198,000 is 5.05, so 6 calls; (6 x 2,000 + 1,000,000) / 2.5
    assertThat(load(10, 1_000_000), is(new Load(6, 5, 404_800, 0, 2_000)));
  }

  @Test
  void calls_areNeverMoreThanDags() {
    assertThat(load(3, 1_000_000).calls(), is(3L));
  }

  @Test
  void nothing_takesNoCall() {
    assertThat(load(0, 0), is(new Load(0, 5, 0, 0, 0)));
  }

  @Test
  void meanCall_isRoundedUp() {
    assertThat(load(11, 50_000).inputTokensPerCall(), is(7_467L));
    assertThat(load(11, 50_000).outputTokensPerCall(), is(734L));
    assertThat(load(0, 0).inputTokensPerCall(), is(0L));
  }

  @Test
  void systemText_isReadFromTheCacheWhereItIsLongEnough() {
    Packing packing = new Packing(3_000, 500, 5, 2.5);
    Load load = packing.load(new SurveyTotals(11, 0, 0, 50_000), Profile.SPEED.settings(), LIMITS);
    // 3 x 3,000 / 2.5 read; (3 x 500 + 50,000) / 2.5 paid in full
    assertThat(load, is(new Load(3, 5, 20_600, 3_600, 2_200)));
  }

  @Test
  void size_isLeftToTheWorkAndTheAccount() {
    Packing packing = new Packing(3_000, 500, 0, 2.5);
    Limits few = new Limits(10, 2_000_000, 400_000, 512);
    SurveyTotals work = new SurveyTotals(1_000, 0, 0, 4_000_000);
    assertThat(packing.load(work, Profile.SPEED.settings(), few).dagsPerCall(), is(20));
  }

  private static Load load(long asked, long chars) {
    return PACKING.load(new SurveyTotals(asked, 0, 0, chars), Profile.SPEED.settings(), LIMITS);
  }
}
