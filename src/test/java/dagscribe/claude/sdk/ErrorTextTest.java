package dagscribe.claude.sdk;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorTextTest {

  private static String oneLine(String text, String... secrets) {
    return new ErrorText(List.of(secrets)).oneLine(text, "a prompt");
  }

  @ParameterizedTest
  @CsvSource({
    "a, 'a bad day at last: a', '(key) bad day at last: (key)'",
    "bad, 'badly bad_ \"bad\"', 'badly (key)_ \"(key)\"'",
    "sk-12345, 'xsk-12345y', 'x(key)y'",
    "sk-12345, 'sk-12\u200B345', '(key)'",
    "'', 'plain', 'plain'",
  })
  void secret_isMaskedAndNothingElse(String secret, String said, String shown) {
    assertThat(oneLine(said, secret), is(shown));
  }

  @Test
  void whatATerminalWouldObey_isTakenOut() {
    assertThat(
        oneLine("no\u001B[2J\r\n\u202Etxet\u2066 \u0007\u0000\u009Bend \uDB40\uDC41 \uD800x"),
        is("no[2J txet end x"));
  }

  @ParameterizedTest
  @CsvSource({
    "'<html><head><title>Sign in</title><style>p {}</style></head><p>to &amp; fro', 'Sign in to &amp; fro'",
    "'<!DOCTYPE html><script>if (a<b) x</script ><h1>502</h1>', '502'",
    "'<!-- <p> -->seen<script>never closed', 'seen'",
    "'<<<<', ''",
  })
  void page_isItsWords(String page, String words) {
    assertThat(oneLine(page), is(words));
  }

  @Test
  void longText_isCutBetweenCharacters() {
    String line = oneLine("x".repeat(299) + "\uD83D\uDE00".repeat(3_000));
    assertThat(line, is("x".repeat(299) + "…"));
  }
}
