package dagscribe.it;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the packaged jar says of licences, and that the page of dependencies is true of it. */
class JarIT {

  private static final String SBOM = "META-INF/sbom/dagscribe.cdx.json";
  private static final String PAGE = "META-INF/third-party/dependencies.md";
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (\\S+:\\S+) \\| (\\S+) \\| \\S+ \\| [^|]+ \\| (.+) \\|$", Pattern.MULTILINE);
  private static final Pattern PLACE = Pattern.compile("`([^`]+)`");

  private ZipFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new ZipFile(System.getProperty("dagscribe.jar"));
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void licenceOfTheJar_isOurs() throws IOException {
    String ours = Files.readString(Path.of("LICENSE"));
    assertThat(text("LICENSE"), is(ours));
    assertThat(text("META-INF/LICENSE"), is(ours));
  }

  @Test
  void page_namesWhatTheBillOfMaterialsNames() throws IOException {
    assertThat("online builds make " + SBOM, jar.getEntry(SBOM), notNullValue());
    Set<String> billed = new TreeSet<>();
    for (JsonNode part : new ObjectMapper().readTree(text(SBOM)).get("components")) {
      billed.add(
          part.get("group").asText()
              + ":"
              + part.get("name").asText()
              + " "
              + part.get("version").asText());
    }
    assertThat(billed.removeIf(part -> part.startsWith("org.hamcrest:hamcrest ")), is(true));
    Set<String> named =
        rows().stream()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named, is(billed));
  }

  @Test
  void everyTextThatThePageNames_isInTheJar() throws IOException {
    List<String> entries =
        jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    assertThat(
        rows().stream()
            .flatMap(row -> PLACE.matcher(row.group(3)).results())
            .map(place -> place.group(1))
            .filter(place -> entries.stream().noneMatch(entry -> entry.startsWith(place)))
            .toList(),
        is(empty()));
  }

  @Test
  void everyRow_namesAText() throws IOException {
    assertThat(
        rows().stream().filter(row -> !PLACE.matcher(row.group(3)).find()).toList(), is(empty()));
  }

  @Test
  void notices_areOne() throws IOException {
    List<String> lines = text("META-INF/NOTICE").lines().map(String::strip).toList();
    assertThat(lines, hasItem("Apache Commons Lang"));
    assertThat(lines, hasItem("Apache Beam"));
  }

  private List<MatchResult> rows() throws IOException {
    return ROW.matcher(text(PAGE)).results().toList();
  }

  private String text(String entry) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
