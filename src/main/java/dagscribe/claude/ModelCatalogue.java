package dagscribe.claude;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.claude.ModelSettings.Effort;
import dagscribe.claude.ModelSettings.Thinking;
import dagscribe.limit.AccountLimits;
import dagscribe.text.JarText;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of Anthropic's models, from {@code models.json}: a new model is one entry there.
 * Immutable.
 *
 * @param asOf when the file was read off Anthropic's documentation
 * @param models what is known by the exact id
 * @param families what is known by the beginning of an id; the first that fits, and the last fits
 *     all
 * @param retired ids that no longer answer
 * @param wording what error messages say where nothing but their words tells
 */
record ModelCatalogue(
    String asOf,
    List<Model> models,
    List<Family> families,
    List<Retired> retired,
    Wording wording) {

  private static final ModelCatalogue SHIPPED = read("/dagscribe/claude/models.json");

  /**
   * One model.
   *
   * @param price null if none is published
   * @param accepts null for a model that is still served, and of which only the price is known
   */
  record Model(String id, @Nullable Cost price, @Nullable Accepts accepts) {}

  /** US dollars for a million tokens, {@code longPrompt} null if the size does not matter. */
  record Cost(
      double input,
      double output,
      double cacheWrite,
      double cacheRead,
      @Nullable LongPrompt longPrompt) {

    Price price() {
      return longPrompt == null
          ? Price.flat(input, output, cacheWrite, cacheRead)
          : new Price(
              input, output, cacheWrite, cacheRead, longPrompt.aboveTokens, longPrompt.factor);
    }
  }

  /** Prompts above so many tokens cost so many times as much. */
  record LongPrompt(long aboveTokens, double factor) {}

  /** See {@link ModelFacts}. */
  record Accepts(
      int contextTokens,
      int maxOutputTokens,
      int minCacheTokens,
      Set<Thinking> thinking,
      Set<Effort> efforts,
      Set<Effort> effortsWithoutThinking) {

    ModelFacts facts() {
      return new ModelFacts(
          contextTokens,
          maxOutputTokens,
          minCacheTokens,
          thinking,
          efforts,
          effortsWithoutThinking);
    }
  }

  /** Speed, and limits of an account in Anthropic's Start tier. */
  record Family(String prefix, double millisPerOutputToken, AccountLimits startTier) {}

  /** One id, or all that begin so; the other is null. */
  record Retired(@Nullable String id, @Nullable String prefix, String successor) {

    boolean covers(String model) {
      return model.equals(id) || (prefix != null && model.startsWith(prefix));
    }
  }

  /** Phrases in lower case. */
  record Wording(List<String> spendLimit, List<String> tooLong) {}

  /** The catalogue of this version. */
  static ModelCatalogue shipped() {
    return SHIPPED;
  }

  LocalDate date() {
    return LocalDate.parse(asOf);
  }

  Optional<Model> model(String id) {
    return first(models, model -> model.id.equals(id));
  }

  Family family(String id) {
    return first(families, family -> id.startsWith(family.prefix)).orElseThrow();
  }

  Optional<String> successorOfRetired(String id) {
    return first(retired, entry -> entry.covers(id)).map(Retired::successor);
  }

  private static <T> Optional<T> first(List<T> entries, Predicate<T> fits) {
    return entries.stream().filter(fits).findFirst();
  }

  private static ModelCatalogue read(String resource) {
    JsonMapper json =
        JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();
    try {
      return json.readValue(JarText.read(resource), ModelCatalogue.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(resource + " does not fit its schema", e);
    }
  }
}
