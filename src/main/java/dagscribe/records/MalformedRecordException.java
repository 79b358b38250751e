package dagscribe.records;

/** A line of the input is not a record; the message says why in one line. */
public final class MalformedRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedRecordException(String message) {
    super(message);
  }
}
