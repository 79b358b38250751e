package dagscribe.claude.sdk;

import com.anthropic.core.JsonValue;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.JsonOutputFormat;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.OutputConfig;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigBetweenTools;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.claude.MessageRequest;
import dagscribe.claude.ModelSettings;
import dagscribe.claude.ModelSettings.Effort;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns our requests into the SDK's. Thinking and effort are always said, since what the models do
 * unasked is think at length, billed as output. Thread-safe.
 */
final class RequestMapper {
  private static final JsonMapper JSON = new JsonMapper();

  /** A run has one schema or two; parsing it for each call would be waste. */
  private final ConcurrentHashMap<String, JsonOutputFormat> formats = new ConcurrentHashMap<>();

  MessageCreateParams map(MessageRequest request) {
    ModelSettings settings = request.settings();
    MessageCreateParams.Builder params =
        MessageCreateParams.builder()
            .model(settings.model())
            .maxTokens(settings.maxTokens())
            .addUserMessage(request.user());
    if (!request.system().isEmpty()) {
      params.systemOfTextBlockParams(List.of(system(request)));
    }
    think(params, settings.thinking());
    Effort effort = settings.effort();
    if (effort != null || !request.schema().isEmpty()) {
      OutputConfig.Builder output = OutputConfig.builder();
      if (effort != null) {
        output.effort(OutputConfig.Effort.of(effort.name().toLowerCase(Locale.ROOT)));
      }
      if (!request.schema().isEmpty()) {
        output.format(formats.computeIfAbsent(request.schema(), RequestMapper::format));
      }
      params.outputConfig(output.build());
    }
    return params.build();
  }

  private static TextBlockParam system(MessageRequest request) {
    TextBlockParam.Builder block = TextBlockParam.builder().text(request.system());
    if (request.cacheSystem()) {
      block.cacheControl(
          CacheControlEphemeral.builder().ttl(CacheControlEphemeral.Ttl.TTL_5M).build());
    }
    return block.build();
  }

  private static void think(MessageCreateParams.Builder params, ModelSettings.Thinking thinking) {
    switch (thinking) {
      case ADAPTIVE -> params.thinking(ThinkingConfigAdaptive.builder().build());
      case DISABLED -> params.thinking(ThinkingConfigDisabled.builder().build());
      case BETWEEN_TOOLS -> params.thinking(ThinkingConfigBetweenTools.builder().build());
      case OMIT -> {}
    }
  }

  private static JsonOutputFormat format(String schema) {
    try {
      JsonNode node = JSON.readTree(schema);
      JsonOutputFormat.Schema.Builder fields = JsonOutputFormat.Schema.builder();
      node.properties()
          .forEach(
              field ->
                  fields.putAdditionalProperty(
                      field.getKey(), JsonValue.fromJsonNode(field.getValue())));
      return JsonOutputFormat.builder().schema(fields.build()).build();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema is not JSON", e);
    }
  }
}
