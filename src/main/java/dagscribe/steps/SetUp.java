package dagscribe.steps;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields of a DoFn that exist between {@code @Setup} and {@code @Teardown}. */
final class SetUp {

  private SetUp() {}

  /** The field's value; a runner that calls out of turn fails the bundle. */
  static <T> T open(@Nullable T field) {
    return Objects.requireNonNull(field, "the DoFn is not set up");
  }
}
