package dagscribe;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import dagscribe.cache.CacheException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class JobFailureTest {

  private static final CacheException CACHE = new CacheException("the disk is full", null);

  @Test
  void failure_isFoundInAnyDepth() {
    RuntimeException wrapped = new RuntimeException("a", new IllegalStateException("b", CACHE));
    assertThat(JobFailure.of(wrapped), sameInstance((RuntimeException) CACHE));
  }

  @Test
  void failure_isFoundWhereFlinkSentItAsBytes() {
    RuntimeException wrapped = new RuntimeException("job failed", new SerializedThrowable(CACHE));
    assertThat(JobFailure.of(wrapped).getMessage(), is("the disk is full"));
  }

  @Test
  void failure_thatNobodyExpectedStaysAsItIs() {
    RuntimeException bug = new RuntimeException("job failed", new ArithmeticException("/ by zero"));
    assertThat(JobFailure.of(bug), sameInstance(bug));
  }
}
