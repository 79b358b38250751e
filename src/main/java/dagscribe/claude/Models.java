package dagscribe.claude;

import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Anthropic's models at {@link Prices#AS_OF}: which are current and what they accept, and which are
 * retired. An id in neither list is passed on as it is; other servers have ids of their own.
 */
public final class Models {
  private static final int MILLION = 1_000_000;
  private static final int MAX_OUTPUT = 128_000;
  private static final int MIN_CACHE = 512;

  /** English has fewer characters a token than this. */
  private static final double MOST_CHARS_PER_TOKEN = 5;

  private static final Set<Effort> ALL = EnumSet.allOf(Effort.class);
  private static final Set<Effort> TO_HIGH = EnumSet.range(Effort.LOW, Effort.HIGH);
  private static final Set<Effort> NONE = EnumSet.noneOf(Effort.class);

  private static final ModelFacts ALWAYS_THINKS =
      new ModelFacts(MILLION, MAX_OUTPUT, MIN_CACHE, EnumSet.of(Thinking.ADAPTIVE), ALL, NONE);

  private static final ModelFacts HAIKU_4_5 =
      new ModelFacts(
          200_000, 64_000, 4_096, EnumSet.of(Thinking.DISABLED, Thinking.OMIT), NONE, NONE);

  private static final Map<String, ModelFacts> CURRENT =
      Map.of(
          "claude-haiku-5-5",
          new ModelFacts(
              MILLION,
              MAX_OUTPUT,
              MIN_CACHE,
              EnumSet.of(Thinking.ADAPTIVE, Thinking.DISABLED),
              ALL,
              TO_HIGH),
          "claude-sonnet-5-5",
          new ModelFacts(
              MILLION,
              MAX_OUTPUT,
              MIN_CACHE,
              EnumSet.of(Thinking.ADAPTIVE, Thinking.BETWEEN_TOOLS),
              ALL,
              NONE),
          "claude-opus-5-5",
          ALWAYS_THINKS,
          "claude-fable-5-1",
          ALWAYS_THINKS,
          "claude-fable-5-2",
          ALWAYS_THINKS,
          "claude-haiku-4-5",
          HAIKU_4_5,
          "claude-haiku-4-5-20251001",
          HAIKU_4_5);

  /** Beginnings of retired ids, each with the current model that took its place. */
  private static final Map<String, String> RETIRED =
      Map.ofEntries(
          Map.entry("claude-3-haiku", "claude-haiku-5-5"),
          Map.entry("claude-3-5-haiku", "claude-haiku-5-5"),
          Map.entry("claude-instant", "claude-haiku-5-5"),
          Map.entry("claude-3-sonnet", "claude-sonnet-5-5"),
          Map.entry("claude-3-5-sonnet", "claude-sonnet-5-5"),
          Map.entry("claude-3-7-sonnet", "claude-sonnet-5-5"),
          Map.entry("claude-sonnet-4-0", "claude-sonnet-5-5"),
          Map.entry("claude-sonnet-4-2025", "claude-sonnet-5-5"),
          Map.entry("claude-3-opus", "claude-opus-5-5"),
          Map.entry("claude-opus-4-0", "claude-opus-5-5"),
          Map.entry("claude-opus-4-1", "claude-opus-5-5"),
          Map.entry("claude-opus-4-2025", "claude-opus-5-5"),
          Map.entry("claude-2", "claude-opus-5-5"),
          Map.entry("claude-1", "claude-opus-5-5"));

  private static final Map<String, String> RETIRED_ALIASES =
      Map.of("claude-sonnet-4", "claude-sonnet-5-5", "claude-opus-4", "claude-opus-5-5");

  private Models() {}

  /** What a current model accepts; empty for an id that is not in the table. */
  public static Optional<ModelFacts> facts(String model) {
    return Optional.ofNullable(CURRENT.get(model));
  }

  /**
   * Whether a model keeps a text of so many characters in its prompt cache, taking it for the
   * fewest tokens that English can be; false for an id that is not in the table.
   */
  public static boolean keepsInPromptCache(String model, int chars) {
    double tokens = chars / MOST_CHARS_PER_TOKEN;
    return facts(model).map(facts -> tokens >= facts.minCacheTokens()).orElse(false);
  }

  /** The model that took the place of a retired one; empty if the id is not known as retired. */
  public static Optional<String> successorOfRetired(String model) {
    if (RETIRED_ALIASES.containsKey(model)) {
      return Optional.of(RETIRED_ALIASES.get(model));
    }
    return RETIRED.entrySet().stream()
        .filter(entry -> model.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /**
   * Why Anthropic's API would refuse these settings, in one sentence for an operator; empty if
   * nothing is known against them.
   */
  public static Optional<String> problem(ModelSettings settings) {
    Optional<String> successor = successorOfRetired(settings.model());
    if (successor.isPresent()) {
      return Optional.of(
          settings.model() + " is retired and no longer answers; use " + successor.get());
    }
    return facts(settings.model()).flatMap(facts -> problem(settings, facts));
  }

  private static Optional<String> problem(ModelSettings settings, ModelFacts facts) {
    Thinking thinking = settings.thinking();
    Effort effort = settings.effort();
    if (thinking != Thinking.OMIT && !facts.thinking().contains(thinking)) {
      return refusal(settings, "thinking " + thinking, facts.thinking());
    }
    if (effort != null && !facts.efforts().contains(effort)) {
      return refusal(settings, "effort " + effort, facts.efforts());
    }
    if (effort != null
        && thinking == Thinking.DISABLED
        && !facts.disabledEfforts().contains(effort)) {
      return refusal(settings, "effort " + effort + " without thinking", facts.disabledEfforts());
    }
    if (effort != null && thinking == Thinking.BETWEEN_TOOLS && !TO_HIGH.contains(effort)) {
      return refusal(settings, "effort " + effort + " with " + thinking, TO_HIGH);
    }
    if (settings.maxTokens() > facts.maxOutputTokens()) {
      return Optional.of(
          settings.model() + " gives at most " + facts.maxOutputTokens() + " output tokens");
    }
    return Optional.empty();
  }

  private static Optional<String> refusal(ModelSettings settings, String what, Set<?> accepted) {
    return Optional.of(settings.model() + " does not accept " + what + "; it accepts " + accepted);
  }
}
