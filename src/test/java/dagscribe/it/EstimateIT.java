package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.Corpus;
import dagscribe.testing.Run;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where an estimate is made changes nothing of what it says. */
class EstimateIT {

  @TempDir private Path folder;

  @Test
  void runners_estimateTheSame() throws IOException {
    Path input = Corpus.write(folder, 200);
    Run direct = run(input, "--runner=DirectRunner");
    Run flink = run(input, "--runner=FlinkRunner");
    assertThat(direct.out(), containsString("claude-haiku-5-5"));
    assertThat(flink.out(), is(direct.out()));
  }

  private static Run run(Path input, String runner) {
    Run run = Run.main("estimate", "--input=" + input, "--cache=none", runner);
    assertThat(run.err(), run.code(), is(0));
    return run;
  }
}
