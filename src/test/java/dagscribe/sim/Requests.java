package dagscribe.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Request bodies as a client of this project sends them. */
final class Requests {

  static final String HAIKU = "claude-haiku-5-5";
  static final String SCHEMA =
      """
      {"type":"object","additionalProperties":false,"required":["results"],"properties":{"results":
      {"type":"array","items":{"type":"object","additionalProperties":false,"required":["id",
      "instruction"],"properties":{"id":{"type":"string"},"instruction":{"type":"string"}}}}}}""";

  private Requests() {}

  /** A source whose DAG id, schedule and tasks tell it from others. */
  static String source(int number) {
    return """
        \"""Loads orders %d.\"""
        from airflow.providers.google import x
        with DAG("orders_%d", schedule="%d 6 * * *"):
            a = PythonOperator(task_id="extract_%d")
            b = BashOperator(task_id="load_%d")
            a >> b
        """
        .formatted(number, number, number % 60, number, number);
  }

  /** A user's message of DAG blocks {@code d1}, {@code d2} and so on. */
  static String dags(String... sources) {
    StringBuilder text = new StringBuilder("Marker: q7\nDescribe these DAGs.\n");
    for (int i = 0; i < sources.length; i++) {
      text.append("<dag-q7 id=\"d%d\">\n%s\n</dag-q7>\n".formatted(i + 1, sources[i]));
    }
    return text.toString();
  }

  /** A request without thinking and without a schema. */
  static ObjectNode plain(String user) {
    ObjectNode body = Json.object().put("model", HAIKU).put("max_tokens", 4_000);
    body.putArray("messages").addObject().put("role", "user").put("content", user);
    body.putObject("thinking").put("type", "disabled");
    return body;
  }

  /** A request for results in the shape of the schema. */
  static ObjectNode structured(String... sources) {
    ObjectNode body = plain(dags(sources));
    ObjectNode format = body.putObject("output_config").putObject("format");
    format.put("type", "json_schema").set("schema", json(SCHEMA));
    return body;
  }

  /** The same with a system text to be cached. */
  static ObjectNode cached(String system, String ttl, String... sources) {
    ObjectNode body = structured(sources);
    ObjectNode block = body.putArray("system").addObject().put("type", "text").put("text", system);
    block.putObject("cache_control").put("type", "ephemeral").put("ttl", ttl);
    return body;
  }

  static JsonNode json(String text) {
    try {
      return Json.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
