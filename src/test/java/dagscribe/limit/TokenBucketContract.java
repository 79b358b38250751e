package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every bucket must do, whoever keeps it. */
public interface TokenBucketContract {

  /** A bucket that nobody else draws on. */
  TokenBucket bucket(long perMinute, long available);

  /** Lets time pass. */
  void pass(Duration time);

  @Test
  default void take_leavesLess() {
    TokenBucket bucket = bucket(600, 600);
    bucket.take(250);
    bucket.take(50);
    assertThat(bucket.available(), is(300L));
  }

  @Test
  default void take_leavesADebtIfThereIsTooLittle() {
    TokenBucket bucket = bucket(600, 100);
    bucket.take(400);
    assertThat(bucket.available(), is(-300L));
    pass(Duration.ofSeconds(60));
    assertThat(bucket.available(), is(300L));
  }

  @Test
  default void time_refillsEvenlyUpToTheLimit() {
    TokenBucket bucket = bucket(600, 0);
    pass(Duration.ofSeconds(6));
    assertThat(bucket.available(), is(60L));
    pass(Duration.ofMinutes(3));
    assertThat(bucket.available(), is(600L));
  }

  @Test
  default void give_addsNoMoreThanFits() {
    TokenBucket bucket = bucket(600, 500);
    bucket.take(200);
    bucket.give(150);
    assertThat(bucket.available(), is(450L));
    bucket.give(1_000);
    assertThat(bucket.available(), is(600L));
  }

  @Test
  default void resize_keepsWhatIsLeftAndRefillsByTheNewLimit() {
    TokenBucket bucket = bucket(600, 300);
    bucket.resize(1_200);
    assertThat(bucket.available(), is(300L));
    pass(Duration.ofSeconds(6));
    assertThat(bucket.available(), is(420L));
    bucket.resize(60);
    assertThat(bucket.available(), is(60L));
  }
}
