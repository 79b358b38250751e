package dagscribe.limit;

/** The quota that needs no other process. */
record LocalQuota() implements Quota.Factory {

  @Override
  public Quota open(Ticker ticker) {
    return new Quota() {
      @Override
      public TokenBucket open(String limit, long perMinute, long available) {
        return new LocalBucket(perMinute, available, ticker);
      }

      @Override
      public boolean isShared() {
        return false;
      }

      @Override
      public void close() {}
    };
  }
}
