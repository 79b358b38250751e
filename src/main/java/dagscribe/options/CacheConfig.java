package dagscribe.options;

import dagscribe.cache.CacheUrl;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code cache} shall do: the command line, parsed once.
 *
 * @param action what is done with the answers
 * @param cache where they are kept; null for what suits the endpoint
 * @param endpoint who gave them, which decides where they are kept unless that is said
 * @param olderThan only answers of at least this age; null for all
 * @param model only answers of this model; null for all
 * @param promptVersion only answers to this version of the prompt; null for all
 */
public record CacheConfig(
    Action action,
    @Nullable CacheUrl cache,
    Endpoint endpoint,
    @Nullable Duration olderThan,
    @Nullable String model,
    @Nullable String promptVersion) {

  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([dhm])");
  private static final String ANY = "any";

  /** What can be done with answers. */
  public enum Action {
    STATS,
    EXPORT,
    PRUNE;

    private static Action of(@Nullable String word) {
      for (Action action : values()) {
        if (action.name().equalsIgnoreCase(word)) {
          return action;
        }
      }
      throw new UsageException(
          "cache needs to be told what to do: cache stats, cache export or cache prune");
    }
  }

  /**
   * Parses the word after {@code cache}, and the options.
   *
   * @throws UsageException if one has a value that is not allowed, or prune would remove everything
   */
  public static CacheConfig from(@Nullable String word, DagscribeOptions options) {
    OptionSpec.check(AskingOptions.class, options);
    OptionSpec.check(CacheOptions.class, options);
    String model = options.getModel();
    String version = options.getPromptVersion();
    CacheConfig config =
        new CacheConfig(
            Action.of(word),
            CacheOption.parse(options.getCache()),
            Endpoint.parse(options.getEndpoint()),
            age(options.getOlderThan()),
            model.equals("profile") ? null : model,
            version.equals(ANY) ? null : version);
    if (config.action() == Action.PRUNE && !config.isLimited()) {
      throw new UsageException("cache prune needs --olderThan, --model or --promptVersion");
    }
    return config;
  }

  private boolean isLimited() {
    return olderThan != null || model != null || promptVersion != null;
  }

  private static @Nullable Duration age(String text) {
    if (text.equals(ANY)) {
      return null;
    }
    Matcher age = AGE.matcher(text);
    if (!age.matches()) {
      throw UsageException.of("olderThan", text, "any, or an age such as 30d, 12h or 5m");
    }
    long number = Long.parseLong(age.group(1));
    return switch (age.group(2)) {
      case "d" -> Duration.ofDays(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
