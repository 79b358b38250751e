package dagscribe.linear;

/** A text that counts how often a character of it is looked at, and ends who looks too often. */
final class CountedText implements CharSequence {

  private final String text;
  private final long limit;
  private long looks;

  CountedText(String text, long limit) {
    this.text = text;
    this.limit = limit;
  }

  long looks() {
    return looks;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > limit) {
      throw new TooManyLooksException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Thrown in the middle of a match. */
  static final class TooManyLooksException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
