package dagscribe.worker;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerShareTest {

  private final List<String> shares = new ArrayList<>();

  @Test
  void partition_addsToTheShareOnce() {
    WorkerShare share = share(4);
    share.take(2);
    share.take(2);
    share.take(0);
    assertThat(shares, is(List.of("1/4", "2/4")));
  }

  @Test
  void onlyProcess_hasTheWholeJobFromTheStart() {
    WorkerShare share = share(1);
    share.take(0);
    share.take(1);
    assertThat(shares, is(empty()));
  }

  private WorkerShare share(int partitions) {
    return new WorkerShare(partitions, (parts, whole) -> shares.add(parts + "/" + whole));
  }
}
