package dagscribe.sim;

import dagscribe.sim.ModelSpec.Generation;
import java.time.LocalDate;
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
   * Newest first. A dash is a release day that is not known or an end that is not announced. The
   * speeds of Haiku 5.5 and Sonnet are measured by others; the rest are ranks turned into numbers.
   */
  private static final String TABLE =
      """
      id                         alias             released   retires    class     context max_out cache generation thinking                  tok/s thorough
      claude-fable-5-2           -                 2026-11-09 -          fable-5   1000000 128000  512   V4_7       ALWAYS                    40    true
      claude-haiku-5-5           -                 2026-10-07 -          haiku-5-5 1000000 128000  512   V4_7       ADAPTIVE                  220   false
      claude-sonnet-5-5          -                 2026-09-28 -          sonnet-5-5 1000000 128000 512   V4_7       ADAPTIVE_OR_BETWEEN_TOOLS 100   true
      claude-opus-5-5            -                 2026-09-22 -          opus-5-5  1000000 128000  512   V4_7       ALWAYS                    60    true
      claude-fable-5-1           -                 -          -          fable-5   1000000 128000  512   V4_7       ALWAYS                    40    true
      claude-opus-5              -                 -          -          opus-5    1000000 128000  512   V4_7       ADAPTIVE_ON_REQUEST       60    true
      claude-sonnet-5            -                 -          -          sonnet-5  1000000 128000  1024  V4_7       ADAPTIVE_ON_REQUEST       100   true
      claude-opus-4-8            -                 -          -          opus-4    1000000 128000  1024  V4_7       ADAPTIVE_ON_REQUEST       60    true
      claude-opus-4-7            -                 -          -          opus-4    1000000 128000  2048  V4_7       ADAPTIVE_ON_REQUEST       60    true
      claude-sonnet-4-6          -                 -          -          sonnet-4  1000000 128000  1024  V4_6       ON_REQUEST_OR_ADAPTIVE    100   true
      claude-opus-4-6            -                 -          -          opus-4    1000000 128000  4096  V4_6       ON_REQUEST_OR_ADAPTIVE    60    true
      claude-opus-4-5-20251101   claude-opus-4-5   2025-11-01 -          opus-4    200000  64000   4096  V4_5       ON_REQUEST                60    true
      claude-haiku-4-5-20251001  claude-haiku-4-5  2025-10-01 -          haiku-4-5 200000  64000   4096  V4_5       ON_REQUEST                150   false
      claude-sonnet-4-5-20250929 claude-sonnet-4-5 2025-09-29 2026-11-30 sonnet-4  200000  64000   1024  V4_5       ON_REQUEST                80    true
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

  List<ModelSpec> all() {
    return MODELS;
  }

  Optional<ModelSpec> find(String id) {
    ModelSpec known = byId.get(id);
    return known == null && anyId ? Optional.of(foreign(id)) : Optional.ofNullable(known);
  }

  private static ModelSpec spec(String[] cells) {
    return new ModelSpec(
        cells[0],
        known(cells[1]),
        known(cells[2]).map(LocalDate::parse),
        known(cells[3]).map(LocalDate::parse),
        cells[4],
        Long.parseLong(cells[5]),
        Long.parseLong(cells[6]),
        Integer.parseInt(cells[7]),
        Generation.valueOf(cells[8]),
        ThinkingRule.valueOf(cells[9]),
        Double.parseDouble(cells[10]),
        Boolean.parseBoolean(cells[11]));
  }

  private static Optional<String> known(String cell) {
    return cell.equals("-") ? Optional.empty() : Optional.of(cell);
  }

  private static ModelSpec foreign(String id) {
    return new ModelSpec(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        id,
        1_000_000,
        1_000_000,
        Integer.MAX_VALUE,
        Generation.V4_5,
        ThinkingRule.ANY,
        50,
        true);
  }
}
