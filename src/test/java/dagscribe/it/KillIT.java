package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import dagscribe.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at random moments and started again, on both runners, a run pays for nothing twice but
 * what was in flight.
 */
class KillIT {

  @TempDir private Path folder;

  @Test
  void killedRuns_payTwiceForNothingButWhatWasInFlight() throws IOException, InterruptedException {
    kill(6, 60);
  }

  @Tag("nightly")
  @Test
  void runsKilledOften_payTwiceForNothingButWhatWasInFlight()
      throws IOException, InterruptedException {
    kill(30, 300);
  }

  private void kill(int times, int dags) throws IOException, InterruptedException {
    Path input = Corpus.write(folder, dags);
    KillLoop.Outcome outcome = new KillLoop(folder, input, dags, 20261124).run(times);
    assertThat(outcome.kills().size(), is(times));
    assertThat(
        outcome.kills().stream().map(KillLoop.Kill::inDoubt).toList(),
        everyItem(lessThanOrEqualTo(KillLoop.WORKERS)));
    assertThat("billed again, and never in doubt", outcome.neverInDoubt(), is(0));
    assertThat("named in a report", outcome.named(), is(outcome.inDoubt()));
    assertThat("the outputs of an undisturbed run", outcome.sameOutputs(), is(true));
    assertThat(Files.exists(folder.resolve("out/.dagscribe-unfinished-files")), is(false));
    assertThat(Files.exists(folder.resolve("out/.dagscribe-unfinished")), is(false));
  }
}
