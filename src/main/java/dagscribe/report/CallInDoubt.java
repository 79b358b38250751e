package dagscribe.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * A call that was open when a former run died: whether it was answered and billed is not known.
 *
 * @param call id of the call
 * @param started when it was about to be made, ISO 8601
 * @param model id of the model it asked
 * @param dags ids of the DAGs it asked for
 */
public record CallInDoubt(String call, String started, String model, List<String> dags) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  public CallInDoubt {
    dags = List.copyOf(dags);
  }

  /** The call as JSON, which {@link #parse} reads. */
  public String toJson() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }

  static CallInDoubt parse(String json) {
    try {
      return MAPPER.readValue(json, CallInDoubt.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no call in doubt: " + json, e);
    }
  }
}
