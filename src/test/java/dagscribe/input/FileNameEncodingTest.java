package dagscribe.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FileNameEncodingTest {

  private static final FileNameEncoding ASCII = new FileNameEncoding(US_ASCII, "LC_ALL=C");

  @Test
  void name_isJudgedByTheEncoding() {
    assertThat(ASCII.canName("plain.jsonl"), is(true));
    assertThat(ASCII.canName("na\u00efve.jsonl"), is(false));
    assertThat(new FileNameEncoding(ISO_8859_1, "").canName("na\u00efve.jsonl"), is(true));
    assertThat(new FileNameEncoding(UTF_8, "").canName("\u4e2d\uD83D\uDE00"), is(true));
  }

  @Test
  void locale_isTheVariableThatDecides() {
    Map<String, String> both = Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8");
    assertThat(FileNameEncoding.locale(both::get), is("LC_ALL=C"));
    assertThat(FileNameEncoding.locale(Map.of("LC_ALL", "", "LANG", "C")::get), is("LANG=C"));
    assertThat(FileNameEncoding.locale(name -> null), is("neither LC_ALL nor LANG is set"));
  }
}
