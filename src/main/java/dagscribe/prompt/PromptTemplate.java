package dagscribe.prompt;

import dagscribe.text.JarText;

/**
 * What is the same in every request of a run. A change of the text or the schema is a new version
 * with resource files of its own: answers in caches and in data sets name the version that asked
 * for them.
 *
 * @param version name of the template, such as {@code instruction-3}
 * @param system the system text
 * @param schema JSON schema of the answer, as text; within what structured outputs allow (every
 *     object closed, no bounds), the id before the instruction, and one constant for all requests
 *     because the service compiles every new schema
 */
public record PromptTemplate(String version, String system, String schema) {

  private static final String FOLDER = "/dagscribe/prompts/";

  public PromptTemplate {
    if (version.isBlank() || system.isBlank()) {
      throw new IllegalArgumentException("a prompt template needs a version and a system text");
    }
  }

  /** The template that asks for the instruction of each DAG. */
  public static PromptTemplate instruction() {
    String version = "instruction-3";
    return new PromptTemplate(
        version, resource(version + ".txt"), resource(version + ".schema.json"));
  }

  /** Characters of the system text and the schema. */
  public int chars() {
    return system.length() + schema.length();
  }

  private static String resource(String name) {
    return JarText.read(FOLDER + name).strip();
  }
}
