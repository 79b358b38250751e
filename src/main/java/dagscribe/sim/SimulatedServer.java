package dagscribe.sim;

import com.google.common.net.InetAddresses;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import com.sun.net.httpserver.HttpServer;
import dagscribe.source.airflow.DagFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * A Messages API server on loopback that keeps limits, caches prompts, takes its time and fails as
 * the real one does, and costs nothing.
 *
 * <p>A call that waits for its answer holds a connection but no thread. All randomness is drawn
 * from the seed, the content of a call and how often it was asked, so that equal sets of calls meet
 * the same faults in whatever order they come. Every answer carries the header {@code x-simulated}.
 * Thread-safe.
 */
public final class SimulatedServer implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int WORKERS = 16;
  private static final int BACKLOG = 4_096;

  static {
    HttpServerProperties.set();
  }

  private final HttpServer http;
  private final SimState state;
  private final ExecutorService workers;
  private final ScheduledExecutorService timer;

  private SimulatedServer(
      HttpServer http, SimState state, ExecutorService workers, ScheduledExecutorService timer) {
    this.http = http;
    this.state = state;
    this.workers = workers;
    this.timer = timer;
  }

  /**
   * Starts a server.
   *
   * @param facts what the source of a DAG says of itself; called by many threads at once
   * @throws IOException if the port cannot be had
   */
  public static SimulatedServer start(SimSettings settings, Function<String, DagFacts> facts)
      throws IOException {
    return start(settings, facts, InstantSource.system());
  }

  static SimulatedServer start(
      SimSettings settings, Function<String, DagFacts> facts, InstantSource clock)
      throws IOException {
    InetAddress loopback = InetAddresses.forString(LOOPBACK);
    HttpServer http = HttpServer.create(new InetSocketAddress(loopback, settings.port()), BACKLOG);
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS, threads("simulated-api", http));
    ScheduledExecutorService timer =
        Executors.newSingleThreadScheduledExecutor(threads("simulated-api-timer", http));
    SimState state = new SimState(settings, clock);
    Delays delays = new Delays(timer, workers);
    http.setExecutor(workers);
    http.createContext("/", Wiring.router(settings, facts, state, delays, clock));
    http.start();
    return new SimulatedServer(http, state, workers, timer);
  }

  /** The URL that clients are given, without a path. */
  public String baseUrl() {
    return "http://" + LOOPBACK + ":" + port();
  }

  /** The port it listens on. */
  public int port() {
    return http.getAddress().getPort();
  }

  /** What it has done so far. */
  public SimStats stats() {
    return state.journal().stats();
  }

  /** Changes the limits of every model class; the buckets keep what they hold. */
  public void changeLimits(SimLimits limits) {
    state.limits().change(limits);
  }

  /** Changes what goes wrong from the next call on. */
  public void changeFaults(Faults faults) {
    state.changeFaults(faults);
  }

  /** Forgets what it has done, empties the prompt cache, and fills the buckets. */
  public void reset() {
    state.reset();
  }

  /** Closes every connection, those that wait for an answer too. */
  @Override
  public void close() {
    http.stop(0);
    timer.shutdownNow();
    workers.shutdownNow();
  }

  private static ThreadFactory threads(String name, HttpServer http) {
    String format = name + "-" + http.getAddress().getPort() + "-%d";
    return new ThreadFactoryBuilder().setNameFormat(format).setDaemon(true).build();
  }
}
