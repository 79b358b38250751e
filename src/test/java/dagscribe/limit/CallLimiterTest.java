package dagscribe.limit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CallLimiterTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualTime time = new VirtualTime();

  private CallLimiter limiter(Long requestsPerMinute, int workers) {
    return new CallLimiter(
        new LimiterSettings(new AccountLimits(requestsPerMinute, null, null), workers, 512),
        time,
        time);
  }

  private static List<CompletableFuture<Permit>> acquire(CallLimiter limiter, int calls) {
    List<CompletableFuture<Permit>> futures = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      futures.add(limiter.acquire(1_000, 100));
    }
    return futures;
  }

  private static long granted(List<CompletableFuture<Permit>> futures) {
    return futures.stream().filter(CompletableFuture::isDone).count();
  }

  private static AccountView requests(Long limit, Long remaining) {
    return new AccountView(
        new RateLimitView(limit, remaining, null), RateLimitView.NONE, RateLimitView.NONE);
  }

  @Test
  void permit_isSettledOnce() {
    CallLimiter limiter = limiter(null, 4);
    Permit permit = limiter.acquire(10, 10).join();
    permit.succeeded(10, 10, SECOND);
    assertThrows(IllegalStateException.class, permit::ignored);
    assertThrows(IllegalStateException.class, () -> permit.dropped(null, DropReason.OVERLOADED));
    assertThat(limiter.totals().outstanding(), is(0));
  }

  @Test
  void fixedWorkers_startAtOnceAndInOrder() {
    CallLimiter limiter = limiter(null, 64);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 100);
    assertThat(granted(futures), is(64L));
    futures.get(0).join().succeeded(1_000, 100, SECOND);
    assertThat(futures.get(64).isDone(), is(true));
    assertThat(futures.get(65).isDone(), is(false));
  }

  @Test
  void refusedCalls_goBeforeThoseThatHaveNotBegun() {
    CallLimiter limiter = limiter(null, 1);
    List<CompletableFuture<Permit>> first = acquire(limiter, 1_000);
    CompletableFuture<Permit> again = limiter.acquireAgain(1_000, 100);
    CompletableFuture<Permit> later = limiter.acquireAgain(1_000, 100);

    first.get(0).join().succeeded(1_000, 100, SECOND);
    assertThat(again.isDone(), is(true));
    assertThat(later.isDone(), is(false));
    again.join().succeeded(1_000, 100, SECOND);
    assertThat(later.isDone(), is(true));
    assertThat(granted(first), is(1L));
    later.join().succeeded(1_000, 100, SECOND);
    assertThat(granted(first), is(2L));
  }

  @Test
  void closing_cancelsThoseThatComeAgainToo() {
    CallLimiter limiter = limiter(null, 1);
    limiter.acquire(1, 1);
    CompletableFuture<Permit> again = limiter.acquireAgain(1, 1);
    limiter.close();
    assertThat(again.isCompletedExceptionally(), is(true));
  }

  @Test
  void allowedMore_startsMoreAtOnce() {
    CallLimiter limiter = limiter(null, 64);
    limiter.keepTo(1, 32);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 10);
    assertThat(granted(futures), is(2L));
    limiter.keepTo(5, 64);
    assertThat(granted(futures), is(5L));
    limiter.keepTo(3, 64);
    futures.get(0).join().succeeded(1_000, 100, SECOND);
    assertThat(granted(futures), is(5L));
  }

  @Test
  void auto_startsWithSixteenAndDoubles() {
    CallLimiter limiter = limiter(null, 0);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 200);
    assertThat(granted(futures), is(16L));
    futures.subList(0, 16).forEach(each -> each.join().succeeded(1_000, 100, SECOND));
    assertThat(limiter.totals().outstanding(), is(32));
  }

  @Test
  void unlimited_neverSlowsTheJob() {
    CallLimiter limiter = limiter(null, 0);
    for (int i = 0; i < 100_000; i++) {
      limiter.acquire(1_000, 100).join().succeeded(1_000, 100, Duration.ZERO);
    }
    assertThat(time.nanos(), is(0L));
    assertThat(limiter.totals().waitedMillis(), is(0L));
  }

  @Test
  void waitingCalls_areGrantedByEachOtherWithoutDeepStacks() {
    CallLimiter limiter = limiter(null, 1);
    Permit first = limiter.acquire(1, 1).join();
    List<CompletableFuture<Void>> done = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      done.add(limiter.acquire(1, 1).thenAccept(permit -> permit.succeeded(1, 1, SECOND)));
    }
    first.succeeded(1, 1, SECOND);
    assertThat(done.stream().allMatch(CompletableFuture::isDone), is(true));
  }

  @Test
  void serverDelay_holdsBackEveryCallAndCountsAsOneCut() {
    CallLimiter limiter = limiter(6_000L, 20);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 40);
    assertThat(granted(futures), is(20L));
    futures
        .subList(0, 20)
        .forEach(each -> each.join().dropped(Duration.ofSeconds(30), DropReason.RATE_LIMITED));
    time.pass(29.9);
    assertThat(granted(futures), is(20L));
    time.pass(0.6);
    assertThat(granted(futures), is(40L));
    assertThat(limiter.totals().gateClosings(), is(1L));
    assertThat(limiter.totals().cuts(), is(1L));
    assertThat((double) limiter.totals().throttledMillis(), closeTo(30_000, 600));
  }

  @Test
  void overload_cutsTheCallsInFlightOnceForABurst() {
    CallLimiter limiter = limiter(null, 40);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 40);
    futures.subList(0, 10).forEach(each -> each.join().dropped(null, DropReason.OVERLOADED));
    assertThat(limiter.totals().inFlightLimit(), is(30));
    futures.subList(10, 15).forEach(each -> each.join().dropped(null, DropReason.OVERLOADED));
    assertThat(limiter.totals().cuts(), is(1L));
  }

  @Test
  void rareFailure_changesNothing() {
    CallLimiter limiter = limiter(null, 40);
    acquire(limiter, 1).get(0).join().dropped(null, DropReason.UNAVAILABLE);
    assertThat(limiter.totals().inFlightLimit(), is(40));
    assertThat(limiter.totals().gateClosings(), is(0L));
    assertThat(limiter.outage(), is(Duration.ZERO));
  }

  @Test
  void outage_isProbedByOneCallAtATimeAndEndsWithTheFirstSuccess() {
    CallLimiter limiter = limiter(null, 40);
    acquire(limiter, 40).forEach(each -> each.join().dropped(null, DropReason.UNAVAILABLE));
    List<CompletableFuture<Permit>> next = acquire(limiter, 40);
    assertThat(granted(next), is(0L));
    time.pass(60);
    assertThat(granted(next), is(1L));
    assertThat(limiter.outage(), greaterThan(Duration.ofSeconds(50)));
    next.get(0).join().succeeded(1_000, 100, SECOND);
    assertThat(granted(next), is(21L));
    assertThat(limiter.outage(), is(Duration.ZERO));
  }

  @Test
  void operatorsLimit_isKeptInPartsAndTheAccountsIsNot() {
    CallLimiter limiter = limiter(600L, 10);
    limiter.keepTo(1, 4);
    assertThat(limiter.totals().limits().requestsPerMinute(), is(150L));
    limiter.acquire(1, 1).join().learn(requests(1_000L, 900L));
    assertThat(limiter.totals().limits().requestsPerMinute(), is(150L));
    time.pass(1);
    limiter.acquire(1, 1).join().learn(requests(400L, 390L));
    assertThat(limiter.totals().limits().requestsPerMinute(), is(400L));
  }

  @Test
  void partOfAnOperatorsLimit_isUsedAndNoMore() {
    CallLimiter limiter = limiter(600L, 0);
    limiter.keepTo(1, 4);
    List<CompletableFuture<Permit>> futures = acquire(limiter, 2_000);
    int settled = 0;
    for (int second = 0; second < 240; second++) {
      time.pass(1);
      for (; settled < granted(futures); settled++) {
        futures.get(settled).join().succeeded(1_000, 100, SECOND);
      }
    }
    assertThat((double) granted(futures), closeTo(4 * 150, 15));
  }

  @Test
  void limits_areLearnedAndNeverAboveTheOperators() {
    CallLimiter limiter = limiter(500L, 10);
    limiter.acquire(1, 1).join().learn(requests(1_000L, 900L));
    assertThat(limiter.totals().limits().requestsPerMinute(), is(500L));
    limiter.acquire(1, 1).join().learn(requests(300L, 100L));
    assertThat(limiter.totals().limits().requestsPerMinute(), is(300L));
  }

  @Test
  void remaining_correctsTheViewDownwardsOnly() {
    CallLimiter limiter = limiter(null, 100);
    Permit permit = limiter.acquire(1, 1).join();
    permit.learn(requests(600L, 600L));
    permit.learn(requests(600L, 2L));
    permit.learn(requests(600L, 500L));
    assertThat(granted(acquire(limiter, 50)), lessThanOrEqualTo(2L));
  }

  @Test
  void oldLimit_isNotBelievedAfterANewerOne() {
    CallLimiter limiter = limiter(null, 100);
    Permit old = limiter.acquire(1, 1).join();
    Permit first = limiter.acquire(1, 1).join();
    first.learn(requests(1_000L, 900L));
    time.pass(1);
    Permit recent = limiter.acquire(1, 1).join();
    recent.learn(requests(500L, 400L));
    time.pass(1);
    old.learn(requests(1_000L, 900L));
    assertThat(limiter.totals().limits().requestsPerMinute(), is(500L));
  }

  @Test
  void unusedTokens_areGivenBack() {
    CallLimiter limiter =
        new CallLimiter(
            new LimiterSettings(new AccountLimits(null, 6_000L, null), 100, 512), time, time);
    Permit permit = limiter.acquire(6_000, 0).join();
    assertThat(granted(acquire(limiter, 1)), is(0L));
    permit.succeeded(100, 0, SECOND);
    time.pass(0.3);
    assertThat(limiter.totals().granted(), is(2L));
  }

  @Test
  void callLargerThanTheLimit_goesOutWhenTheBucketIsFull() {
    CallLimiter limiter =
        new CallLimiter(
            new LimiterSettings(new AccountLimits(null, 1_000L, null), 10, 512), time, time);
    List<CompletableFuture<Permit>> futures = new ArrayList<>();
    futures.add(limiter.acquire(50_000, 1));
    assertThat(granted(futures), is(1L));
  }

  @Test
  void cancelledCall_losesItsPlaceAndItsPermit() {
    CallLimiter limiter = limiter(null, 1);
    Permit first = limiter.acquire(1, 1).join();
    CompletableFuture<Permit> cancelled = limiter.acquire(1, 1);
    CompletableFuture<Permit> next = limiter.acquire(1, 1);
    cancelled.cancel(false);
    first.ignored();
    assertThat(next.isDone(), is(true));
    next.join().ignored();
    assertThat(limiter.totals().outstanding(), is(0));
  }

  @Test
  void close_cancelsCallsThatWaitAndThatCome() {
    CallLimiter limiter = limiter(null, 1);
    Permit first = limiter.acquire(1, 1).join();
    CompletableFuture<Permit> waiting = limiter.acquire(1, 1);
    limiter.close();
    assertThat(waiting.isCancelled() || waiting.isCompletedExceptionally(), is(true));
    assertThat(limiter.acquire(1, 1).isCancelled(), is(true));
    first.ignored();
    assertThat(limiter.totals().outstanding(), is(0));
  }
}
