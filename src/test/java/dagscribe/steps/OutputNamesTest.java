package dagscribe.steps;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Locale;
import org.apache.beam.sdk.io.Compression;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputNamesTest {

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR", "hi-IN-u-nu-deva", "th-TH-u-nu-thai", "en"})
  void name_hasAsciiDigitsInEveryLocale(String locale) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      assertThat(name(PaneInfo.NO_FIRING), is("failed-00001-of-00012.jsonl"));
      PaneInfo seventh = PaneInfo.createPane(false, false, PaneInfo.Timing.EARLY, 7, -1);
      assertThat(name(seventh), is("failed-7-00001-of-00012.jsonl"));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void name_isKnownAgainAndWhatIsLikeItIsNot() {
    assertThat(OutputNames.isOne("failed-00001-of-00012.jsonl"), is(true));
    assertThat(OutputNames.isOne("failed-7-00001-of-00012.jsonl"), is(true));
    for (String like :
        new String[] {
          "failed-logins-of-users.jsonl",
          "failed-1-of-2.jsonl",
          "failed-00002-of-00002.jsonl",
          "failed-00001-of-00012.jsonl.gz",
          "old-failed-00001-of-00012.jsonl",
          "failed-٠٠٠٠١-of-٠٠٠١٢.jsonl"
        }) {
      assertThat(like, OutputNames.isOne(like), is(false));
    }
  }

  private static String name(PaneInfo pane) {
    return OutputNames.of("failed")
        .getFilename(GlobalWindow.INSTANCE, pane, 12, 1, Compression.UNCOMPRESSED);
  }
}
