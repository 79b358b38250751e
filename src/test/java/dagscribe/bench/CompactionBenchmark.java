package dagscribe.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dagscribe.source.airflow.DagFacts;
import dagscribe.source.airflow.SourceReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What is sent of each DAG, and which of its facts are still there: compacted by its syntax tree,
 * or cut at a number of characters.
 */
final class CompactionBenchmark {

  /** The starting estimate for DAG source. */
  private static final double CHARS_PER_TOKEN = 2.6;

  private CompactionBenchmark() {}

  private interface Shortening {
    String apply(String source);
  }

  static String run(Path corpus) throws IOException {
    List<String> sources = sources(corpus);
    try (SourceReader reader = new SourceReader()) {
      return String.join(
          "\n",
          "| sent | characters a DAG | tokens a DAG | facts that survive |",
          "| --- | --- | --- | --- |",
          row("whole", sources, source -> source),
          row("cut at 2,000", sources, source -> cut(source, 2_000)),
          row("compacted to 2,000", sources, source -> reader.read(source, 2_000).within(2_000)),
          row("compacted to 4,000", sources, source -> reader.read(source, 4_000).within(4_000)),
          row(
              "compacted to 12,000",
              sources,
              source -> reader.read(source, 12_000).within(12_000)));
    }
  }

  private static String row(String name, List<String> sources, Shortening shortening) {
    long chars = 0;
    long facts = 0;
    long kept = 0;
    try (SourceReader reader = new SourceReader()) {
      for (String source : sources) {
        String sent = shortening.apply(source);
        chars += sent.length();
        Set<String> all = facts(reader.facts(source));
        facts += all.size();
        all.retainAll(facts(reader.facts(sent)));
        kept += all.size();
      }
    }
    double each = (double) chars / sources.size();
    return String.format(
        "| %s | %.0f | %.0f | %.1f %% |", name, each, each / CHARS_PER_TOKEN, 100.0 * kept / facts);
  }

  private static String cut(String source, int chars) {
    return source.length() <= chars ? source : source.substring(0, chars) + "...";
  }

  private static Set<String> facts(DagFacts facts) {
    Set<String> all = new HashSet<>();
    facts.dagIds().forEach(id -> all.add("dag " + id));
    facts.operators().forEach(operator -> all.add("operator " + operator));
    facts.taskIds().forEach(id -> all.add("task " + id));
    all.add("schedule " + facts.schedule());
    return all;
  }

  private static List<String> sources(Path corpus) throws IOException {
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(corpus)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(
              line -> {
                try {
                  return json.readTree(line).path("content").asText();
                } catch (IOException e) {
                  throw new IllegalArgumentException(e);
                }
              })
          .toList();
    }
  }
}
