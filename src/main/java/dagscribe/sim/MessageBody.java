package dagscribe.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the body of a message. */
final class MessageBody {

  private MessageBody() {}

  /**
   * Writes a message.
   *
   * @param id starts with {@code msg_sim_}
   * @param cacheCounts whether usage tells what was written to and read from the prompt cache
   */
  static ObjectNode of(
      String id, ModelSpec model, Composition answer, BilledTokens usage, boolean cacheCounts) {
    ObjectNode body =
        Json.object()
            .put("id", id)
            .put("type", "message")
            .put("role", "assistant")
            .put("model", model.id());
    content(body.putArray("content"), answer);
    body.put("stop_reason", answer.stop().word).putNull("stop_sequence");
    stopDetails(body, answer);
    usage(body.putObject("usage"), usage, cacheCounts);
    return body;
  }

  private static void content(ArrayNode content, Composition answer) {
    if (answer.thinkingTokens() > 0) {
      content.addObject().put("type", "thinking").put("thinking", "").put("signature", "c2lt");
    }
    if (answer.text() != null) {
      content.addObject().put("type", "text").put("text", answer.text());
    }
  }

  private static void stopDetails(ObjectNode body, Composition answer) {
    if (answer.refusalCategory() == null) {
      body.putNull("stop_details");
      return;
    }
    body.putObject("stop_details")
        .put("type", "refusal")
        .put("category", answer.refusalCategory())
        .put("explanation", "Refused by the simulated server.");
  }

  private static void usage(ObjectNode usage, BilledTokens tokens, boolean cacheCounts) {
    if (!cacheCounts) {
      long input = tokens.countedInput() + tokens.cacheRead();
      usage.put("input_tokens", input).put("output_tokens", tokens.output());
      return;
    }
    usage
        .put("input_tokens", tokens.input())
        .put("cache_creation_input_tokens", tokens.cacheWrite5m() + tokens.cacheWrite1h())
        .put("cache_read_input_tokens", tokens.cacheRead());
    usage
        .putObject("cache_creation")
        .put("ephemeral_5m_input_tokens", tokens.cacheWrite5m())
        .put("ephemeral_1h_input_tokens", tokens.cacheWrite1h());
    usage.put("output_tokens", tokens.output());
    usage.putObject("output_tokens_details").put("thinking_tokens", tokens.thinking());
    usage.put("service_tier", "standard").put("inference_geo", "global");
  }
}
