package dagscribe.sim;

/** A request after its checks. */
sealed interface Checked {

  /** It may be answered. */
  record Valid(MessageCall call) implements Checked {}

  /** It is answered with this error. */
  record Invalid(ApiError error) implements Checked {}
}
