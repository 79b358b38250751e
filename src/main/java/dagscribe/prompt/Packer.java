package dagscribe.prompt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Packs DAGs into calls: as few as the limits allow, none much smaller than the others.
 *
 * <p>DAGs keep their order, and the same DAGs are packed the same way but for the marker of their
 * fences. One whose source shows signs of an injection travels alone, behind the others: whatever
 * it makes of its own answer, it touches no neighbour's. Every call has room for its share of the
 * answers, so packs are even in DAGs, not in characters: what a DAG costs is mostly its answer. A
 * DAG that alone exceeds the input limit still gets a call, of its own: whether it is worth its
 * price is not decided here. Immutable and thread-safe.
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

  private static final String HEAD = "Marker: ";
  private static final int HEAD_CHARS = HEAD.length() + Markers.LENGTH + 1;

  private final PromptTemplate template;
  private final long maxInputTokens;
  private final Supplier<String> markers;

  /**
   * Packs for one template.
   *
   * @param maxInputTokens most estimated tokens of input a call may have, the template's among
   *     them; more than the template takes
   * @param random draws what marks the fences of a call; not to be foreseen by who writes a source
   */
  public Packer(PromptTemplate template, long maxInputTokens, RandomGenerator random) {
    if (maxInputTokens < 1) {
      throw new IllegalArgumentException("maxInputTokens must be 1 or more: " + maxInputTokens);
    }
    this.template = template;
    this.maxInputTokens = maxInputTokens;
    this.markers = Markers.from(random);
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
    List<PromptDag> innocent = new ArrayList<>();
    List<PromptDag> suspect = new ArrayList<>();
    for (PromptDag dag : distinct(dags)) {
      UntrustedSource source = UntrustedSource.of(dag.text());
      (source.suspect() ? suspect : innocent).add(new PromptDag(dag.key(), source.inert()));
    }
    List<Pack> packs = new ArrayList<>(together(innocent, dagsPerCall, charsPerToken));
    suspect.forEach(dag -> packs.add(packOf(List.of(dag))));
    return packs;
  }

  private List<Pack> together(List<PromptDag> dags, int dagsPerCall, double charsPerToken) {
    int[] sizes = dags.stream().mapToInt(Packer::blockChars).toArray();
    long maxChars = (long) (maxInputTokens * charsPerToken) - template.chars() - HEAD_CHARS;
    List<Pack> packs = new ArrayList<>();
    int from = 0;
    for (int to : EvenSplit.ends(sizes, dagsPerCall, maxChars)) {
      packs.add(packOf(dags.subList(from, to)));
      from = to;
    }
    return packs;
  }

  private static Collection<PromptDag> distinct(List<PromptDag> dags) {
    Map<String, PromptDag> byKey = new LinkedHashMap<>();
    for (PromptDag dag : dags) {
      PromptDag earlier = byKey.putIfAbsent(dag.key(), dag);
      if (earlier != null && !earlier.equals(dag)) {
        throw new IllegalArgumentException("two DAGs have the key " + dag.key());
      }
    }
    return byKey.values();
  }

  private Pack packOf(List<PromptDag> dags) {
    Map<String, String> keysById = new LinkedHashMap<>();
    Map<String, Integer> charsByKey = new LinkedHashMap<>();
    String marker = Markers.foreignTo(dags.stream().map(PromptDag::text).toList(), markers);
    StringBuilder user = new StringBuilder(HEAD + marker);
    for (PromptDag dag : dags) {
      String id = "d" + (keysById.size() + 1);
      user.append('\n').append(DagBlock.of(marker, id, dag.text()));
      keysById.put(id, dag.key());
      charsByKey.put(dag.key(), blockChars(dag));
    }
    return new Pack(user.toString(), keysById, charsByKey, template.chars());
  }

  /** Characters that a source, as it is sent, adds to a message. */
  public static int charsOf(String source) {
    return UntrustedSource.of(source).inert().length() + DagBlock.FENCE_CHARS;
  }

  private static int blockChars(PromptDag dag) {
    return dag.text().length() + DagBlock.FENCE_CHARS;
  }
}
