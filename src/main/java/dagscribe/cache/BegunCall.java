package dagscribe.cache;

import java.util.Set;

/**
 * A call that is about to be made, with the questions it asks.
 *
 * @param call what is told of it should it stay open
 * @param keys under which its answers are going to be stored; none if it asks for nothing that is
 *     kept
 */
public record BegunCall(OpenCall call, Set<String> keys) {

  public BegunCall {
    keys = Set.copyOf(keys);
  }
}
