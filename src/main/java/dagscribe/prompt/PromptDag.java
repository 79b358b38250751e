package dagscribe.prompt;

/**
 * One DAG to ask about.
 *
 * @param key whatever the caller tells DAGs apart by; never sent
 * @param text the source as it goes into the prompt, after compaction; untrusted
 */
public record PromptDag(String key, String text) {}
