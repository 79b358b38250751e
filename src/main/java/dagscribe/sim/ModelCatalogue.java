package dagscribe.sim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models this server serves: those of the Claude API in November 2026. Retired ones are as
 * unknown as those that never were.
 */
final class ModelCatalogue {

  /*
   * Newest first. A dash is no alias. The speeds of Haiku 5.5 and Sonnet are measured by others; the
   * rest are ranks turned into numbers.
   */
  private static final String TABLE =
      """
      id                         alias             class      context max_out cache chars thinking                  tok/s thorough
      claude-fable-5-2           -                 fable-5    1000000 128000  512   1.0   ALWAYS                    40    true
      claude-haiku-5-5           -                 haiku-5-5  1000000 128000  512   1.0   ADAPTIVE                  220   false
      claude-sonnet-5-5          -                 sonnet-5-5 1000000 128000  512   1.0   ADAPTIVE_OR_BETWEEN_TOOLS 100   true
      claude-opus-5-5            -                 opus-5-5   1000000 128000  512   1.0   ALWAYS                    60    true
      claude-fable-5-1           -                 fable-5    1000000 128000  512   1.0   ALWAYS                    40    true
      claude-opus-5              -                 opus-5     1000000 128000  512   1.0   ADAPTIVE_ON_REQUEST       60    true
      claude-sonnet-5            -                 sonnet-5   1000000 128000  1024  1.0   ADAPTIVE_ON_REQUEST       100   true
      claude-opus-4-8            -                 opus-4     1000000 128000  1024  1.0   ADAPTIVE_ON_REQUEST       60    true
      claude-opus-4-7            -                 opus-4     1000000 128000  2048  1.0   ADAPTIVE_ON_REQUEST       60    true
      claude-sonnet-4-6          -                 sonnet-4   1000000 128000  1024  1.3   ADAPTIVE_ON_REQUEST       100   true
      claude-opus-4-6            -                 opus-4     1000000 128000  4096  1.3   ADAPTIVE_ON_REQUEST       60    true
      claude-opus-4-5-20251101   claude-opus-4-5   opus-4     200000  64000   4096  1.3   NEVER                     60    true
      claude-haiku-4-5-20251001  claude-haiku-4-5  haiku-4-5  200000  64000   4096  1.3   NEVER                     150   false
      claude-sonnet-4-5-20250929 claude-sonnet-4-5 sonnet-4   200000  64000   1024  1.3   NEVER                     80    true
      """;

  private static final List<ModelSpec> MODELS =
      TABLE.lines().skip(1).map(line -> spec(line.split(" +"))).toList();

  private final Map<String, ModelSpec> byId = new HashMap<>();
  private final boolean anyId;

  /**
   * A catalogue.
   *
   * @param anyId whether an id that is not in it is served all the same
   */
  ModelCatalogue(boolean anyId) {
    this.anyId = anyId;
    for (ModelSpec model : MODELS) {
      byId.put(model.id(), model);
      model.alias().ifPresent(alias -> byId.put(alias, model));
    }
  }

  Optional<ModelSpec> find(String id) {
    ModelSpec known = byId.get(id);
    return known == null && anyId ? Optional.of(foreign(id)) : Optional.ofNullable(known);
  }

  private static ModelSpec spec(String[] cells) {
    return new ModelSpec(
        cells[0],
        known(cells[1]),
        cells[2],
        Long.parseLong(cells[3]),
        Long.parseLong(cells[4]),
        Integer.parseInt(cells[5]),
        Double.parseDouble(cells[6]),
        ThinkingRule.valueOf(cells[7]),
        Double.parseDouble(cells[8]),
        Boolean.parseBoolean(cells[9]));
  }

  private static Optional<String> known(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(cell);
  }

  private static ModelSpec foreign(String id) {
    return new ModelSpec(
        id,
        Optional.empty(),
        id,
        1_000_000,
        1_000_000,
        Integer.MAX_VALUE,
        1.3,
        ThinkingRule.ANY,
        50,
        true);
  }
}
