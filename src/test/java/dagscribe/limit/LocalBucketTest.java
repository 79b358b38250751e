package dagscribe.limit;

import java.time.Duration;

class LocalBucketTest implements TokenBucketContract {

  private final VirtualTime time = new VirtualTime();

  @Override
  public TokenBucket bucket(long perMinute, long available) {
    return Quota.LOCAL.open(time).open("REQUESTS", perMinute, available);
  }

  @Override
  public void pass(Duration duration) {
    time.pass(duration.toMillis() / 1e3);
  }
}
