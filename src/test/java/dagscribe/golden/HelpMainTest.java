package dagscribe.golden;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dagscribe.testing.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpMainTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "generate --maxDags=0 --help"})
  void help_isOneScreen(String words) throws IOException {
    Run run = Run.main(words.split(" "));
    assertThat(run.out(), is(expected()));
    assertThat(run.err(), is(""));
    assertThat(run.code(), is(0));
  }

  @Test
  void helpOnARunner_isBeams() {
    Run run = Run.main("--help=FlinkPipelineOptions");
    assertThat(run.out(), containsString("--flinkMaster"));
    assertThat(run.code(), is(0));
  }

  private static String expected() throws IOException {
    try (InputStream in = HelpMainTest.class.getResourceAsStream("/golden/help.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
