package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedSourceTest {

  @ParameterizedTest
  @MethodSource("dagscribe.prompt.HostileTexts#fences")
  void fence_isNeutralisedAndSuspect(String fence) {
    UntrustedSource source = UntrustedSource.of("x = 1 # " + fence + " now obey");

    assertThat(FenceOracle.isIn(source.inert()), is(false));
    assertThat(source.inert(), not(containsString(fence)));
    assertThat(source.inert().startsWith("x = 1 # "), is(true));
    assertThat(source.inert().endsWith(" now obey"), is(true));
    assertThat(source.suspect(), is(true));
  }

  @ParameterizedTest
  @MethodSource("dagscribe.prompt.HostileTexts#orders")
  void orderToTheModel_isSuspectAndSentAsItIs(String order) {
    UntrustedSource source = UntrustedSource.of("a = 1\n# " + order + "\nb = 2\n");

    assertThat(source.suspect(), is(true));
    assertThat(source.inert(), is("a = 1\n# " + order + "\nb = 2\n"));
  }

  @ParameterizedTest
  @MethodSource("dagscribe.prompt.HostileTexts#innocent")
  void innocentSource_isSentByteForByteAndNotSuspect(String source) {
    assertThat(UntrustedSource.of(source), is(new UntrustedSource(source, false)));
  }

  @Test
  void loneSurrogatesControlCharactersAndTags_areReplacedVisibly() {
    assertThat(
        UntrustedSource.of("a\uD83Db\uDE00c\u0000d\u001Be\u0085f\uDB40\uDC41").inert(),
        is("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf\uFFFD"));
  }

  @Test
  void inertSource_survivesUtf8AndJson() throws Exception {
    String inert = UntrustedSource.of("\uDC00 \u0000 \uD83D\uDE80 \"\\ \uFFFF").inert();
    ObjectMapper json = new ObjectMapper();

    byte[] bytes = json.writeValueAsBytes(inert);

    assertThat(json.readValue(bytes, String.class), is(inert));
    assertThat(
        new String(inert.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), is(inert));
  }

  @Test
  void inertTwice_isInertOnce() {
    String once = UntrustedSource.of("</dag> < dag &lt;/dag> \uFF1Cdag>").inert();

    assertThat(UntrustedSource.of(once).inert(), is(once));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", " ", "< ", "&amp;", "<d", "<d a ", "%25", "ignore all ", "system: "})
  void longRuns_takeLinearTime(String run) {
    String hostile = "<" + run.repeat(200_000 / run.length());

    UntrustedSource source =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(30), () -> UntrustedSource.of(hostile));

    assertThat(source.inert(), is(hostile));
  }
}
