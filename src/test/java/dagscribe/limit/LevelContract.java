package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every level must do, whoever keeps it. */
public interface LevelContract {

  /** A level that nobody else draws on. */
  Level level(long perMinute, long available);

  /** Lets time pass. */
  void pass(Duration time);

  @Test
  default void take_leavesLess() {
    Level level = level(600, 600);
    level.take(250);
    level.take(50);
    assertThat(level.available(), is(300L));
  }

  @Test
  default void take_leavesADebtIfThereIsTooLittle() {
    Level level = level(600, 100);
    level.take(400);
    assertThat(level.available(), is(-300L));
    pass(Duration.ofSeconds(60));
    assertThat(level.available(), is(300L));
  }

  @Test
  default void time_refillsEvenlyUpToTheLimit() {
    Level level = level(600, 0);
    pass(Duration.ofSeconds(6));
    assertThat(level.available(), is(60L));
    pass(Duration.ofMinutes(3));
    assertThat(level.available(), is(600L));
  }

  @Test
  default void give_addsNoMoreThanFits() {
    Level level = level(600, 500);
    level.take(200);
    level.give(150);
    assertThat(level.available(), is(450L));
    level.give(1_000);
    assertThat(level.available(), is(600L));
  }

  @Test
  default void resize_keepsWhatIsLeftAndRefillsByTheNewLimit() {
    Level level = level(600, 300);
    level.resize(1_200);
    assertThat(level.available(), is(300L));
    pass(Duration.ofSeconds(6));
    assertThat(level.available(), is(420L));
    level.resize(60);
    assertThat(level.available(), is(60L));
  }
}
