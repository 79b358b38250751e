package dagscribe.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.blob.TransientBlobService;
import org.apache.flink.runtime.dispatcher.DispatcherGateway;
import org.apache.flink.runtime.leaderelection.LeaderElection;
import org.apache.flink.runtime.resourcemanager.ResourceManagerGateway;
import org.apache.flink.runtime.rest.RestEndpointFactory;
import org.apache.flink.runtime.rest.handler.RestHandlerConfiguration;
import org.apache.flink.runtime.rest.handler.RestHandlerSpecification;
import org.apache.flink.runtime.rest.handler.legacy.metrics.MetricFetcher;
import org.apache.flink.runtime.rpc.FatalErrorHandler;
import org.apache.flink.runtime.webmonitor.WebMonitorEndpoint;
import org.apache.flink.runtime.webmonitor.retriever.LeaderGatewayRetriever;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandler;
import org.apache.flink.util.ConfigurationException;

/**
 * A REST endpoint that answers nothing: it knows no request, and closes its port as soon as it has
 * started.
 */
@SuppressWarnings("try") // Flink's own close() may be interrupted.
final class ClosedRestEndpoint extends WebMonitorEndpoint<DispatcherGateway> {

  private CompletableFuture<Void> closed = CompletableFuture.completedFuture(null);

  private ClosedRestEndpoint(
      Configuration configuration,
      RestHandlerConfiguration rest,
      LeaderGatewayRetriever<DispatcherGateway> dispatcher,
      LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
      TransientBlobService blobs,
      ScheduledExecutorService executor,
      MetricFetcher metrics,
      LeaderElection election,
      FatalErrorHandler failures)
      throws IOException, ConfigurationException {
    super(
        dispatcher,
        configuration,
        rest,
        resourceManager,
        blobs,
        executor,
        metrics,
        election,
        RestEndpointFactory.createExecutionGraphCache(rest),
        failures);
  }

  /** A factory in the shape of {@link RestEndpointFactory}. */
  static WebMonitorEndpoint<DispatcherGateway> create(
      Configuration configuration,
      LeaderGatewayRetriever<DispatcherGateway> dispatcher,
      LeaderGatewayRetriever<ResourceManagerGateway> resourceManager,
      TransientBlobService blobs,
      ScheduledExecutorService executor,
      MetricFetcher metrics,
      LeaderElection election,
      FatalErrorHandler failures)
      throws IOException, ConfigurationException {
    return new ClosedRestEndpoint(
        configuration,
        RestHandlerConfiguration.fromConfiguration(configuration),
        dispatcher,
        resourceManager,
        blobs,
        executor,
        metrics,
        election,
        failures);
  }

  /** None; Flink sorts the list in place. */
  @Override
  protected List<Tuple2<RestHandlerSpecification, ChannelInboundHandler>> initializeHandlers(
      CompletableFuture<String> localAddress) {
    return new ArrayList<>();
  }

  /** The last step of Flink's start, which cannot be left out itself. */
  @Override
  public void startInternal() throws Exception {
    closed = super.shutDownInternal();
    closed.get();
  }

  /** It is closed already, and Flink's own way would wait for ever to close it again. */
  @Override
  protected CompletableFuture<Void> shutDownInternal() {
    return closed;
  }
}
