package dagscribe.runner;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.instanceOf;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import dagscribe.cache.CacheException;
import java.io.IOException;
import org.apache.flink.runtime.rest.util.RestClientException;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.util.SerializedThrowable;
import org.apache.flink.util.concurrent.FutureUtils;
import org.junit.jupiter.api.Test;

class JobFailureTest {

  private static final CacheException CACHE = new CacheException("the disk is full", null);

  @Test
  void failure_isFoundInAnyDepth() {
    RuntimeException wrapped = new RuntimeException("a", new IllegalStateException("b", CACHE));
    assertThat(JobFailure.of(wrapped), sameInstance((Throwable) CACHE));
  }

  @Test
  void failure_isFoundWhereFlinkSentItAsBytes() {
    RuntimeException wrapped = new RuntimeException("job failed", new SerializedThrowable(CACHE));
    assertThat(JobFailure.of(wrapped).getMessage(), is("the disk is full"));
  }

  @Test
  void client_thatLostTheJobIsTold() {
    Exception gaveUp = new FutureUtils.RetryException("retries exhausted", new IOException("gone"));
    RuntimeException down = new RuntimeException("job failed", gaveUp);
    assertThat(JobFailure.of(down), instanceOf(ClusterException.class));
    Exception answer =
        new RestClientException(
            "[FlinkJobNotFoundException: Could not find Flink job (1)]",
            HttpResponseStatus.NOT_FOUND);
    RuntimeException restarted = new RuntimeException("job failed", answer);
    assertThat(JobFailure.of(restarted), instanceOf(ClusterException.class));
  }

  @Test
  void failure_thatNobodyExpectedStaysAsItIs() {
    RuntimeException bug = new RuntimeException("job failed", new ArithmeticException("/ by zero"));
    assertThat(JobFailure.of(bug), sameInstance((Throwable) bug));
  }
}
