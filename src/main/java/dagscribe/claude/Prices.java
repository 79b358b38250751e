package dagscribe.claude;

import java.time.LocalDate;
import java.util.Optional;

/** Anthropic's list prices at {@link #AS_OF}, by model id. A model not in it has no known price. */
public final class Prices {
  /** When the table was read. */
  public static final LocalDate AS_OF = ModelCatalogue.shipped().date();

  private Prices() {}

  /** The price of a model; empty, and never zero, if it is unknown. */
  public static Optional<Price> of(String model) {
    return ModelCatalogue.shipped()
        .model(model)
        .map(ModelCatalogue.Model::price)
        .map(ModelCatalogue.Cost::price);
  }
}
