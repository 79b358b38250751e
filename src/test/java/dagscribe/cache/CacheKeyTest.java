package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheKeyTest {

  private static final CacheKey BASE =
      new CacheKey("first", "haiku", "DISABLED", "LOW", 600, "instruction-1", "system", "schema");

  @Test
  void everyComponent_changesTheKey() {
    List<String> keys =
        List.of(
            BASE.of("dag"),
            BASE.of("dag "),
            key("second", "haiku", "DISABLED", "LOW", 600, "instruction-1", "system", "schema"),
            key("first", "opus", "DISABLED", "LOW", 600, "instruction-1", "system", "schema"),
            key("first", "haiku", "OMIT", "LOW", 600, "instruction-1", "system", "schema"),
            key("first", "haiku", "DISABLED", "HIGH", 600, "instruction-1", "system", "schema"),
            key("first", "haiku", "DISABLED", null, 600, "instruction-1", "system", "schema"),
            key("first", "haiku", "DISABLED", "", 600, "instruction-1", "system", "schema"),
            key("first", "haiku", "DISABLED", "LOW", 601, "instruction-1", "system", "schema"),
            key("first", "haiku", "DISABLED", "LOW", 600, "instruction-2", "system", "schema"),
            key("first", "haiku", "DISABLED", "LOW", 600, "instruction-1", "System", "schema"),
            key("first", "haiku", "DISABLED", "LOW", 600, "instruction-1", "system", ""));

    assertThat(new HashSet<>(keys), hasSize(keys.size()));
  }

  @Test
  void componentsThatConcatenateAlike_haveTheirOwnKeys() {
    Set<String> keys =
        Set.of(
            key("first", "haiku", "DISABLED", "LOW", 600, "i", "ab", "c"),
            key("first", "haiku", "DISABLED", "LOW", 600, "i", "a", "bc"),
            key("first", "haiku", "DISABLED", "LOW", 600, "ia", "b", "c"),
            key("first", "haiku", "DISABLED", "LOW", 60, "0i", "ab", "c"));

    assertThat(keys, hasSize(4));
  }

  @Test
  void equalComponents_haveOneKey() {
    CacheKey same =
        new CacheKey("first", "haiku", "DISABLED", "LOW", 600, "instruction-1", "system", "schema");

    assertThat(same.of(new String("dag")), is(BASE.of("dag")));
    assertThat(BASE.of("dag"), is(BASE.of("dag")));
  }

  @Test
  void key_isSha256OfTheDocumentedConcatenation() throws Exception {
    byte[] expected =
        prefixed(
            "dagscribe-answer-1",
            "first",
            "haiku",
            "DISABLED",
            null,
            "600",
            "instruction-1",
            "system",
            "schema",
            "däg 🚀 �");

    CacheKey withoutEffort =
        new CacheKey("first", "haiku", "DISABLED", null, 600, "instruction-1", "system", "schema");

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(expected);
    assertThat(withoutEffort.of("däg 🚀 \uD800"), is(HexFormat.of().formatHex(digest)));
    assertThat(withoutEffort.of(""), matchesPattern("[0-9a-f]{64}"));
  }

  private static byte[] prefixed(String... components) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (String component : Arrays.asList(components)) {
      if (component == null) {
        out.writeInt(-1);
      } else {
        byte[] utf8 = component.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
    }
    return bytes.toByteArray();
  }

  private static String key(
      String pass,
      String model,
      String thinking,
      String effort,
      int maxTokens,
      String promptVersion,
      String system,
      String schema) {
    return new CacheKey(pass, model, thinking, effort, maxTokens, promptVersion, system, schema)
        .of("dag");
  }
}
