package dagscribe.plan;

import dagscribe.claude.environment.CallEnvironment;
import dagscribe.claude.environment.EnvironmentException;
import dagscribe.claude.environment.ProxyServer;
import dagscribe.delivery.ClientSettings;
import dagscribe.options.DagscribeOptions;
import dagscribe.options.Endpoint;
import dagscribe.options.UsageException;
import dagscribe.runner.Runners;
import java.io.PrintStream;
import java.net.URI;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the calls of this process get to their server: the endpoint, and what the environment says
 * about credentials and proxies. Calls of a cluster have the environments of its workers.
 */
public final class Access {

  private final Endpoint endpoint;
  private final CallEnvironment environment;

  private Access(Endpoint endpoint, CallEnvironment environment) {
    this.endpoint = endpoint;
    this.environment = environment;
  }

  /**
   * Puts the server that the environment names into the options, if they leave it open and the
   * calls are made here.
   *
   * @throws UsageException if it names none that can be asked
   */
  public static void complete(DagscribeOptions options, UnaryOperator<@Nullable String> variables) {
    if (!options.getEndpoint().equals(Endpoint.DEFAULT) || !Runners.isLocal(options)) {
      return;
    }
    URI named = usable(() -> CallEnvironment.baseUrl(variables));
    boolean isAnthropic =
        named == null || ClientSettings.DEFAULTS.withBaseUrl(named.toString()).isAnthropic();
    options.setEndpoint(isAnthropic ? "anthropic" : String.valueOf(named));
  }

  /**
   * Reads the environment of this process, which makes the calls.
   *
   * @throws UsageException if something in it cannot be used, or a key is needed and missing
   */
  public static Access check(Endpoint endpoint, UnaryOperator<@Nullable String> variables) {
    CallEnvironment environment = usable(() -> CallEnvironment.read(variables));
    Access access = new Access(endpoint, environment);
    String url = access.url();
    boolean isAnthropic = url != null && ClientSettings.DEFAULTS.withBaseUrl(url).isAnthropic();
    if (isAnthropic && !environment.hasCredentials()) {
      throw new UsageException(
          "--endpoint=anthropic needs an API key: set "
              + CallEnvironment.KEY
              + " in the environment, or use --endpoint=simulated to try without one");
    }
    return access;
  }

  private static <T extends @Nullable Object> T usable(Supplier<T> read) {
    try {
      return read.get();
    } catch (EnvironmentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Tries whether somebody listens at the server, or at the proxy before it.
   *
   * @throws UsageException if nobody does
   */
  void tryServer() {
    ProxyServer proxy = proxy();
    if (proxy != null) {
      ServerCheck.check(proxy.source() + "=" + proxy, proxy.host(), proxy.port());
    } else if (endpoint instanceof Endpoint.Url url) {
      ServerCheck.check("--endpoint=" + url.baseUrl(), url.baseUrl());
    }
  }

  /**
   * Says who is asked and through what, and what is set in vain; a server of ours needs no word.
   */
  public void tell(PrintStream err) {
    if (url() == null) {
      return;
    }
    ProxyServer proxy = proxy();
    boolean isNamed = String.valueOf(environment.baseUrl()).equals(url());
    err.println(
        "dagscribe: asks "
            + url()
            + (isNamed ? " (" + CallEnvironment.BASE_URL + ")" : "")
            + (proxy == null ? "" : " through the proxy " + proxy + " (" + proxy.source() + ")"));
    environment.remarks().forEach(remark -> err.println("dagscribe: " + remark));
  }

  private @Nullable ProxyServer proxy() {
    String url = url();
    return url == null ? null : environment.proxyBefore(URI.create(url));
  }

  /** Null for the server of this process. */
  private @Nullable String url() {
    if (endpoint instanceof Endpoint.Url url) {
      return url.baseUrl().toString();
    }
    return endpoint instanceof Endpoint.Simulated ? null : ClientSettings.ANTHROPIC_URL;
  }
}
