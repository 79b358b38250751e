package dagscribe.dag;

public final class Compactor implements AutoCloseable {
  public String compact(String s, int n) {
    String t = ContentHash.normalise(s);
    return t.length() <= n ? t : t.substring(0, n);
  }

  @Override
  public void close() {}
}
