package dagscribe.runner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.client.deployment.executors.LocalExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs each job on a {@link ClosedMiniCluster} of its own. */
final class EmbeddedExecutors
    implements PipelineExecutorServiceLoader, PipelineExecutorFactory, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedExecutors.class);

  /** As long as Flink gives its own parts. */
  private static final Duration LONGEST_END = Duration.ofSeconds(30);

  private final List<MiniCluster> clusters = new ArrayList<>();

  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(getName());
  }

  @Override
  public String getName() {
    return LocalExecutor.NAME;
  }

  @Override
  public boolean isCompatibleWith(Configuration configuration) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration configuration) {
    return LocalExecutor.createWithFactory(configuration, this::cluster);
  }

  private MiniCluster cluster(MiniClusterConfiguration configuration) {
    MiniCluster cluster = new ClosedMiniCluster(configuration);
    clusters.add(cluster);
    return cluster;
  }

  /** Waits for the end of the clusters, which Flink itself does not, and so leaves their files. */
  @Override
  public void close() {
    clusters.forEach(EmbeddedExecutors::end);
  }

  private static void end(MiniCluster cluster) {
    try {
      cluster.closeAsync().get(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("The embedded Flink did not end properly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
