package dagscribe.claude.sdk;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RefusalStopDetails;
import com.anthropic.models.messages.TextBlock;
import dagscribe.claude.Answer;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import dagscribe.text.PlainText;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the SDK's message into our answer; content that is no text is left out. */
final class AnswerMapper {

  /** No context window holds as many. */
  private static final long MAX_TOKENS = 1_000_000_000;

  private static final int MAX_CATEGORY_CHARS = 100;

  private AnswerMapper() {}

  /**
   * Maps the message.
   *
   * @throws com.anthropic.errors.AnthropicInvalidDataException if it lacks what a message must have
   * @throws SenselessAnswerException if it counts tokens in a way that makes no sense
   */
  static Answer map(Message message, Duration latency, String requestId) {
    String text =
        message.content().stream()
            .flatMap(block -> block.text().stream())
            .map(TextBlock::text)
            .collect(Collectors.joining());
    String category =
        message
            .stopDetails()
            .flatMap(RefusalStopDetails::category)
            .map(RefusalStopDetails.Category::asString)
            .map(name -> PlainText.cut(PlainText.oneLine(name), MAX_CATEGORY_CHARS))
            .orElse(null);
    return new Answer(
        text, stopReason(message), category, usage(message.usage()), latency, requestId, 1);
  }

  private static StopReason stopReason(Message message) {
    String name =
        message.stopReason().map(reason -> reason.asString().toUpperCase(Locale.ROOT)).orElse("");
    return Arrays.stream(StopReason.values())
        .filter(reason -> reason.name().equals(name))
        .findFirst()
        .orElse(StopReason.OTHER);
  }

  /** Servers other than Anthropic's leave out the cache's counts. */
  private static Usage usage(com.anthropic.models.messages.Usage usage) {
    return new Usage(
        tokens("input_tokens", usage.inputTokens()),
        tokens("output_tokens", usage.outputTokens()),
        tokens("cache_creation_input_tokens", usage.cacheCreationInputTokens().orElse(0L)),
        tokens("cache_read_input_tokens", usage.cacheReadInputTokens().orElse(0L)));
  }

  private static long tokens(String name, long count) {
    if (count < 0 || count > MAX_TOKENS) {
      throw new SenselessAnswerException(name + " is " + count);
    }
    return count;
  }

  /** A message that says what cannot be. */
  static final class SenselessAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SenselessAnswerException(String what) {
      super(what);
    }
  }
}
