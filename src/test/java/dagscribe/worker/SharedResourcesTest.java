package dagscribe.worker;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.sameInstance;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedResourcesTest {

  private final SharedResources resources = new SharedResources();
  private final AtomicInteger closed = new AtomicInteger();

  private final class Resource implements AutoCloseable {
    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void lease_ofOneKeySharesUntilTheLastIsReturned() {
    SharedResources.Lease<Resource> a = resources.lease("k1", Resource::new);
    SharedResources.Lease<Resource> b = resources.lease("k1", Resource::new);
    assertThat(b.resource(), sameInstance(a.resource()));
    a.close();
    assertThat(closed.get(), is(0));
    b.close();
    assertThat(closed.get(), is(1));
  }

  @Test
  void lease_returnedTwiceCountsOnce() {
    SharedResources.Lease<Resource> a = resources.lease("k2", Resource::new);
    SharedResources.Lease<Resource> b = resources.lease("k2", Resource::new);
    a.close();
    a.close();
    assertThat(closed.get(), is(0));
    b.close();
  }

  @Test
  void lease_afterTheLastOpensAnew() {
    SharedResources.Lease<Resource> a = resources.lease("k3", Resource::new);
    Resource first = a.resource();
    a.close();
    SharedResources.Lease<Resource> b = resources.lease("k3", Resource::new);
    assertThat(b.resource(), not(sameInstance(first)));
    b.close();
  }
}
