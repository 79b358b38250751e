package dagscribe.claude;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Anthropic's list prices at {@link #AS_OF}, by model id. A model not in it has no known price. */
public final class Prices {
  /** When the table was read. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 11, 24);

  private static final Price SONNET_4 = Price.flat(3, 15, 3.75, 0.30);
  private static final Price OPUS_5 = Price.flat(5, 25, 6.25, 0.50);
  private static final Price HAIKU_4_5 = Price.flat(1, 5, 1.25, 0.10);

  private static final Map<String, Price> BY_MODEL =
      Map.ofEntries(
          Map.entry("claude-haiku-5-5", new Price(0.10, 0.50, 0.125, 0.01, 100_000, 5)),
          Map.entry("claude-sonnet-5-5", Price.flat(2, 10, 2.50, 0.10)),
          Map.entry("claude-opus-5-5", Price.flat(4, 20, 5, 0.20)),
          Map.entry("claude-fable-5-1", Price.flat(10, 50, 12.5, 0.25)),
          Map.entry("claude-opus-5", OPUS_5),
          Map.entry("claude-opus-4-8", OPUS_5),
          Map.entry("claude-opus-4-7", OPUS_5),
          Map.entry("claude-opus-4-6", OPUS_5),
          Map.entry("claude-opus-4-5", OPUS_5),
          Map.entry("claude-opus-4-5-20251101", OPUS_5),
          Map.entry("claude-sonnet-5", Price.flat(2, 10, 2.50, 0.20)),
          Map.entry("claude-sonnet-4-6", SONNET_4),
          Map.entry("claude-sonnet-4-5", SONNET_4),
          Map.entry("claude-sonnet-4-5-20250929", SONNET_4),
          Map.entry("claude-haiku-4-5", HAIKU_4_5),
          Map.entry("claude-haiku-4-5-20251001", HAIKU_4_5));

  private Prices() {}

  /** The price of a model; empty, and never zero, if it is unknown. */
  public static Optional<Price> of(String model) {
    return Optional.ofNullable(BY_MODEL.get(model));
  }
}
