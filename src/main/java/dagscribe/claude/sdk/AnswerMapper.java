package dagscribe.claude.sdk;

import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.RefusalStopDetails;
import com.anthropic.models.messages.TextBlock;
import dagscribe.claude.Answer;
import dagscribe.claude.StopReason;
import dagscribe.claude.Usage;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Turns the SDK's message into our answer; content that is no text is left out. */
final class AnswerMapper {
  private AnswerMapper() {}

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
        usage.inputTokens(),
        usage.outputTokens(),
        usage.cacheCreationInputTokens().orElse(0L),
        usage.cacheReadInputTokens().orElse(0L));
  }
}
