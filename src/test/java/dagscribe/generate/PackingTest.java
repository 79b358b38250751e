package dagscribe.generate;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dagscribe.claude.ExpectedOutput;
import dagscribe.claude.Profile;
import dagscribe.claude.TokenEstimator;
import dagscribe.limit.AccountLimits;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptTemplate;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSizer;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An account of 1,000 requests a minute, on which 20 DAGs are soonest answered one by one. */
class PackingTest {

  private static final Capacity ACCOUNT =
      new Capacity(new AccountLimits(1_000L, 2_000_000L, 400_000L), 512, false);

  private final PackSizer sizer = new PackSizer(0);
  private final Packing packing = packing(sizer);

  @Test
  void chunkOfASmallJob_isAskedOneByOne() {
    assertThat(packing.together(questions(0, 20)).size(), is(20));
  }

  @Test
  void chunkOfALargeJob_isSizedByAllThatIsUnderWay() {
    packing.together(questions(0, 5_000));
    int packs = packing.together(questions(5_000, 5_020)).size();
    assertThat("fewer prompts than DAGs", 20 / packs, greaterThan(1));
    assertThat(
        "each DAG is counted once",
        sizer.chosen().values().stream().mapToLong(n -> n).sum(),
        is(5_020L));
  }

  @Test
  void chunkAfterAllIsAnswered_isAskedOneByOneAgain() {
    packing.together(questions(0, 5_000));
    IntStream.range(0, 5_000).forEach(answered -> packing.settled());
    assertThat(packing.together(questions(5_000, 5_020)).size(), is(20));
  }

  private static List<PendingDag> questions(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> new PendingDag("key" + number, "x = 1\n".repeat(300), "id" + number))
        .toList();
  }

  private static Packing packing(PackSizer sizer) {
    PromptTemplate template = PromptTemplate.instruction();
    TokenEstimator estimator = new TokenEstimator(ExpectedOutput.INSTRUCTION);
    return new Packing(
        new Packer(template, Packer.DEFAULT_MAX_INPUT_TOKENS, new SecureRandom()),
        sizer,
        () -> ACCOUNT,
        new RequestFactory(template, Profile.SPEED.settings(), estimator));
  }
}
