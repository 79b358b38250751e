package dagscribe.options;

/**
 * A mistake in the command line. The message is one sentence for the operator that names the option
 * or word, and what is allowed instead; it never holds a secret.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  /** Refuses the value of an option. */
  public static UsageException of(String name, Object value, String allowed) {
    return new UsageException(sentence(name, value, allowed));
  }

  /** What to tell about the value of an option that is not allowed. */
  static String sentence(String name, Object value, String allowed) {
    return "--" + name + "=" + Secrets.hide(value.toString()) + ": must be " + allowed;
  }
}
