package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivenFactsTest {

  private static final DagFacts DERIVED =
      new DagFacts(
          List.of("d"),
          true,
          "@daily",
          List.of("@daily"),
          List.of("D"),
          List.of("t"),
          3,
          2,
          List.of("google"),
          true,
          "Doc.",
          40,
          true);

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void given_winsOverDerived() throws JsonProcessingException {
    GivenFacts given =
        GivenFacts.of(
            json(
                """
                {"line_count": 7, "operators": ["B", "A", "B"], "dag_ids": ["g"],
                 "dag_ids_dynamic": false, "schedule": "@hourly", "task_count": 9,
                 "has_taskflow": false, "imports_providers": ["ssh"], "else": [1]}
                """));

    assertThat(
        given.over(DERIVED),
        is(
            new DagFacts(
                List.of("g"),
                false,
                "@hourly",
                List.of("@hourly"),
                List.of("A", "B"),
                List.of("t"),
                9,
                2,
                List.of("ssh"),
                false,
                "Doc.",
                7,
                true)));
  }

  @Test
  void wholeFloats_areIntegers() throws JsonProcessingException {
    GivenFacts given = GivenFacts.of(json("{\"line_count\": 7.0, \"task_count\": 1.2e1}"));
    assertThat(given.over(DERIVED).lineCount(), is(7));
    assertThat(given.over(DERIVED).taskCount(), is(12));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "null",
        "{}",
        "{\"line_count\": null, \"operators\": null}",
        "{\"dag_ids\": \"x\", \"dag_ids_dynamic\": 1, \"schedule\": 5, \"task_count\": -1}",
        "{\"has_taskflow\": \"yes\", \"imports_providers\": [1], \"dag_ids\": [null]}"
      })
  void derived_staysWhereNothingOfTheRightTypeIsGiven(String metadata)
      throws JsonProcessingException {
    assertThat(GivenFacts.of(json(metadata)).over(DERIVED), is(DERIVED));
  }

  @Test
  void derived_staysWithoutMetadata() {
    assertThat(GivenFacts.of(MissingNode.getInstance()).over(DERIVED), is(DERIVED));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"line_count\": \"7\"} | metadata.line_count must be an integer of 0 or more",
        "{\"line_count\": 7.5} | metadata.line_count must be an integer of 0 or more",
        "{\"line_count\": -1} | metadata.line_count must be an integer of 0 or more",
        "{\"line_count\": 3000000000} | metadata.line_count must be an integer of 0 or more",
        "{\"operators\": \"A\"} | metadata.operators must be an array of strings",
        "{\"operators\": [\"A\", 1]} | metadata.operators must be an array of strings",
        "[] | metadata must be an object"
      })
  void wrongType_isRefusedByTheFieldsName(String metadata, String message)
      throws JsonProcessingException {
    JsonNode node = json(metadata);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> GivenFacts.of(node));

    assertThat(refusal.getMessage(), is(message));
  }
}
