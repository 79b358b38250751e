package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:hunter2@host",
        "redis://:hun/hunter2@host:6379/1",
        "redis://:a@hunter2@host",
        "redis://:a#hunter2@host",
        "redis://:a?hunter2@host",
        "redis://:a hunter2@host",
        "redis://user:hunter2",
        "redis://:hunter2",
        "redis://:12 hunter2",
        "http://host,redis://:hunter2",
        "redis://user:hunter2/0",
        "redis://user:hunter2?ttlSeconds=5",
        "rediss://[::1:hunter2]@host",
        "redis:/:hunter2@host",
        "redis::hunter2@host",
        "sqlite:redis://:hunter2@host",
        "https://user:hunter2@host/v1",
        "https://user:hun//hunter2@host/v1",
        "cache redis://:a hunter2@host",
        "proxy=http://user:hunter2@proxy:3128,http://other"
      })
  void passwordOfAUrl_isNeverShownHoweverItIsWritten(String word) {
    assertThat(Secrets.hide(word), not(containsString("hunter2")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://host",
        "redis://host:6379/1?ttlSeconds=5",
        "rediss://[::1]:6379",
        "http://127.0.0.1:8080/v1/",
        "gs://bucket/dags/*.jsonl",
        "/data/a.jsonl,gs://bucket/b",
        "sqlite:/home/ada@work/answers.sqlite",
        "memory"
      })
  void wordWithoutAPassword_isShownAsItIs(String word) {
    assertThat(Secrets.hide(word), is(word));
  }

  @Test
  void key_isMasked() {
    assertThat(Secrets.hide("--token=sk-ant-api03-abc"), is("--token=sk-***"));
  }

  @Test
  void sentence_keepsAllButThePassword() {
    assertThat(
        Secrets.hideInSentence("--input=http://u:hunter2@h/a: no file\n matches x@y"),
        is("--input=http://***@h/a: no file\n matches x@y"));
  }
}
