package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptTemplateTest {

  private final PromptTemplate template = PromptTemplate.instruction();

  @Test
  void schema_closesEveryObjectAndPutsTheIdFirst() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(template.schema());

    JsonNode item = schema.at("/properties/results/items");
    assertThat(names(item.get("properties")), contains("id", "instruction"));
    assertThat(texts(item.get("required")), contains("id", "instruction"));
    for (JsonNode holder : schema.findParents("properties")) {
      assertThat(holder.get("additionalProperties"), notNullValue());
      assertThat(holder.get("additionalProperties").asBoolean(true), is(false));
    }
  }

  @Test
  void schema_usesNoBoundThatStructuredOutputsRefuse() {
    for (String refused :
        List.of("minLength", "maxLength", "minimum", "maxItems", "$ref", "enum")) {
      assertThat(refused, template.schema().contains(refused), is(false));
    }
  }

  @Test
  void systemText_isJustLongEnoughForThePromptCacheAndNamesTheBlocks() {
    int leastTokens = template.system().length() / 5;
    assertThat(leastTokens, is(greaterThanOrEqualTo(512)));
    assertThat(template.chars(), is(lessThan(3_500)));
    assertThat(template.system().contains("</dag-MARKER>"), is(true));
    assertThat(template.system(), is(template.system().strip()));
  }

  @Test
  void blankVersion_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new PromptTemplate(" ", "text", ""));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
