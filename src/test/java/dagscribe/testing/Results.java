package dagscribe.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a run left in its output directory. */
public record Results(Path directory) {

  private static final List<String> DESTINATIONS =
      List.of("instructions", "skipped", "failed", "deferred", "review");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** All destinations there are. */
  public static List<String> destinations() {
    return DESTINATIONS;
  }

  /** Files of a destination, by name; those of an input without end have the number of a pane. */
  public List<Path> files(String destination) {
    try (Stream<Path> files = Files.list(directory)) {
      String name = destination + "-(\\d+-)?\\d{5}-of-\\d{5}\\.jsonl";
      return files.filter(file -> file.getFileName().toString().matches(name)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every line of a destination, each of which must be JSON. */
  public List<JsonNode> lines(String destination) {
    List<JsonNode> lines = new ArrayList<>();
    for (Path file : files(destination)) {
      text(file).lines().map(Results::json).forEach(lines::add);
    }
    return lines;
  }

  /** Ids by destination; no id may be there twice in one. */
  public Map<String, Set<String>> ids() {
    Map<String, Set<String>> ids = new TreeMap<>();
    for (String destination : DESTINATIONS) {
      Set<String> those = new TreeSet<>();
      for (JsonNode line : lines(destination)) {
        String id = line.path("id").asText();
        if (!those.add(id)) {
          throw new AssertionError(destination + " has " + id + " twice");
        }
      }
      ids.put(destination, those);
    }
    return ids;
  }

  /** The report for programs. */
  public JsonNode report() {
    return json(text(directory.resolve("report.json")));
  }

  /** The report for people. */
  public String page() {
    return text(directory.resolve("report.html"));
  }

  /** A text that must be one JSON value. */
  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
