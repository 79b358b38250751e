package dagscribe.runner;

import java.io.IOException;
import java.util.Collection;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.BlobServer;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.dispatcher.SessionDispatcherFactory;
import org.apache.flink.runtime.dispatcher.runner.DefaultDispatcherRunnerFactory;
import org.apache.flink.runtime.entrypoint.component.DefaultDispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponent;
import org.apache.flink.runtime.entrypoint.component.DispatcherResourceManagerComponentFactory;
import org.apache.flink.runtime.heartbeat.HeartbeatServices;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.resourcemanager.StandaloneResourceManagerFactory;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.security.token.DelegationTokenManager;
import org.apache.flink.runtime.webmonitor.retriever.MetricQueryServiceRetriever;

/**
 * A Flink cluster in one process that listens nowhere. Its parts call each other directly, as long
 * as it has one TaskManager; what Flink opens to the network beside that is closed before the first
 * job.
 */
/*
 * The BLOB server and the REST endpoint bind before anything of ours runs, to a port of loopback that
 * nobody was told, and are closed within the same start. A closed BLOB server still stores and finds
 * BLOBs for its own process: the directory is the cluster's, and the TaskManager's cache is the same.
 */
@SuppressWarnings("try") // Flink's own close() may be interrupted.
final class ClosedMiniCluster extends MiniCluster {

  ClosedMiniCluster(MiniClusterConfiguration configuration) {
    super(configuration);
  }

  @Override
  protected Collection<? extends DispatcherResourceManagerComponent>
      createDispatcherResourceManagerComponents(
          Configuration configuration,
          RpcServiceFactory rpcServices,
          BlobServer blobServer,
          HeartbeatServices heartbeats,
          DelegationTokenManager tokens,
          MetricRegistry metrics,
          MetricQueryServiceRetriever metricQueries,
          FatalErrorHandler failures)
          throws Exception {
    stopListening(blobServer);
    return super.createDispatcherResourceManagerComponents(
        configuration,
        rpcServices,
        blobServer,
        heartbeats,
        tokens,
        metrics,
        metricQueries,
        failures);
  }

  private static void stopListening(BlobServer server) throws IOException {
    server.close();
  }

  @Override
  protected DispatcherResourceManagerComponentFactory
      createDispatcherResourceManagerComponentFactory() {
    RestEndpointFactory<DispatcherGateway> rest = ClosedRestEndpoint::create;
    return new DefaultDispatcherResourceManagerComponentFactory(
        DefaultDispatcherRunnerFactory.createSessionRunner(SessionDispatcherFactory.INSTANCE),
        StandaloneResourceManagerFactory.getInstance(),
        rest);
  }
}
