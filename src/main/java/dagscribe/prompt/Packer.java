package dagscribe.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs DAGs into calls: as few as the limits allow, none much smaller than the others.
 *
 * <p>DAGs keep their order and the same DAGs are packed the same way. Every call has room for its
 * share of the answers, so packs are even in DAGs, not in characters: what a DAG costs is mostly
 * its answer. A DAG that alone exceeds the input limit still gets a call, of its own: whether it is
 * worth its price is not decided here. Immutable and thread-safe.
 */
public final class Packer {

  /** Most DAGs a call may hold: one refusal or cut answer loses the whole group. */
  public static final int MAX_DAGS_PER_CALL = 20;

  /**
   * The limit on input that keeps a prompt under 100,000 tokens, above which Claude Haiku 5.5 costs
   * five times as much. Estimates start at 2.6 characters a token and 2.1 is the cautious bound for
   * DAG source, so that 80,000 estimated are 99,000 at worst.
   */
  public static final long DEFAULT_MAX_INPUT_TOKENS = 80_000;

  private final PromptTemplate template;
  private final long maxInputTokens;

  /**
   * Packs for one template.
   *
   * @param maxInputTokens most estimated tokens of input a call may have, the template's among
   *     them; more than the template takes
   */
  public Packer(PromptTemplate template, long maxInputTokens) {
    if (maxInputTokens < 1) {
      throw new IllegalArgumentException("maxInputTokens must be 1 or more: " + maxInputTokens);
    }
    this.template = template;
    this.maxInputTokens = maxInputTokens;
  }

  /**
   * The calls that ask about these DAGs. Equal DAGs are asked about once.
   *
   * @param dagsPerCall most DAGs a call may hold, 1 to {@value #MAX_DAGS_PER_CALL}
   * @param charsPerToken characters of input that make one token, as learned from usage
   * @throws IllegalArgumentException if two DAGs with one key differ
   */
  public List<Pack> pack(List<PromptDag> dags, int dagsPerCall, double charsPerToken) {
    if (dagsPerCall < 1 || dagsPerCall > MAX_DAGS_PER_CALL) {
      throw new IllegalArgumentException(
          "dagsPerCall must be 1 to " + MAX_DAGS_PER_CALL + ": " + dagsPerCall);
    }
    if (!(charsPerToken > 0)) {
      throw new IllegalArgumentException("charsPerToken must be above 0: " + charsPerToken);
    }
    List<PromptDag> inert = distinctAndInert(dags);
    int[] sizes = inert.stream().mapToInt(Packer::blockChars).toArray();
    long maxChars = (long) (maxInputTokens * charsPerToken) - template.chars();
    List<Pack> packs = new ArrayList<>();
    int from = 0;
    for (int to : EvenSplit.ends(sizes, dagsPerCall, maxChars)) {
      packs.add(packOf(inert.subList(from, to)));
      from = to;
    }
    return packs;
  }

  private static List<PromptDag> distinctAndInert(List<PromptDag> dags) {
    Map<String, PromptDag> byKey = new LinkedHashMap<>();
    for (PromptDag dag : dags) {
      PromptDag earlier = byKey.putIfAbsent(dag.key(), dag);
      if (earlier != null && !earlier.equals(dag)) {
        throw new IllegalArgumentException("two DAGs have the key " + dag.key());
      }
    }
    return byKey.values().stream()
        .map(dag -> new PromptDag(dag.key(), DagBlock.inert(dag.text())))
        .toList();
  }

  private Pack packOf(List<PromptDag> dags) {
    Map<String, String> keysById = new LinkedHashMap<>();
    Map<String, Integer> charsByKey = new LinkedHashMap<>();
    List<String> blocks = new ArrayList<>();
    for (PromptDag dag : dags) {
      String id = "d" + (blocks.size() + 1);
      blocks.add(DagBlock.of(id, dag.text()));
      keysById.put(id, dag.key());
      charsByKey.put(dag.key(), blockChars(dag));
    }
    return new Pack(String.join("\n", blocks), keysById, charsByKey, template.chars());
  }

  /** Characters that a source, as it is sent, adds to a message. */
  public static int charsOf(String source) {
    return DagBlock.inert(source).length() + DagBlock.FENCE_CHARS;
  }

  private static int blockChars(PromptDag dag) {
    return dag.text().length() + DagBlock.FENCE_CHARS;
  }
}
