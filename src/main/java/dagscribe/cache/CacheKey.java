package dagscribe.cache;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What decides an answer, apart from the DAG; {@link #of} makes the key of one DAG's answer.
 *
 * <p>A key is per DAG: how DAGs are packed into calls, how many workers there are and where the run
 * takes place are no part of it, so none of them makes an answer be paid for again.
 *
 * <p>The key is the SHA-256, in lower-case hexadecimal, of these components in this order: {@code
 * dagscribe-answer-1}, pass, model, thinking, effort, maxTokens in decimal, promptVersion, system,
 * schema, DAG text. Each is its length in bytes (four bytes, big-endian; -1 and nothing more for
 * none) and its UTF-8 (U+FFFD for a lone surrogate), so that no two lists of components are
 * concatenated alike.
 *
 * @param pass which pass asks, such as {@code first}
 * @param model id of the model
 * @param thinking how the model may think
 * @param effort the effort asked for, null if the request has none
 * @param maxTokens cap on the output of the call
 * @param promptVersion version of the prompt template
 * @param system the system text
 * @param schema JSON schema of the answer, empty if the request has none
 */
public record CacheKey(
    String pass,
    String model,
    String thinking,
    @Nullable String effort,
    int maxTokens,
    String promptVersion,
    String system,
    String schema) {

  private static final String FORMAT = "dagscribe-answer-1";

  /**
   * The key of the answer to one DAG.
   *
   * @param dagText the source as it is sent, after compaction
   */
  public String of(String dagText) {
    MessageDigest digest = sha256();
    add(digest, FORMAT);
    add(digest, pass);
    add(digest, model);
    add(digest, thinking);
    add(digest, effort);
    add(digest, Integer.toString(maxTokens));
    add(digest, promptVersion);
    add(digest, system);
    add(digest, schema);
    add(digest, dagText);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, @Nullable String component) {
    if (component == null) {
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, -1));
      return;
    }
    ByteBuffer bytes = utf8(component);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.remaining()));
    digest.update(bytes);
  }

  private static ByteBuffer utf8(String text) {
    try {
      return StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .replaceWith("\uFFFD".getBytes(StandardCharsets.UTF_8))
          .encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("malformed input is replaced", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
