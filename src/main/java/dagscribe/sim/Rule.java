package dagscribe.sim;

import java.util.Optional;

/** One thing a request must not do. */
@FunctionalInterface
interface Rule {

  /** The message of the error, or nothing if the rule is kept. */
  Optional<String> broken(RequestBody body);
}
