package dagscribe.sim;

/**
 * Settings of the JDK's HTTP server, which reads them once, when its first server is made; what is
 * set already stays.
 */
final class HttpServerProperties {

  private HttpServerProperties() {}

  static void set() {
    // Without it, small answers wait 40 ms for the client's delayed acknowledgement.
    setIfAbsent("sun.net.httpserver.nodelay", "true");
    // The default of 200 would close the connections of a large client pool after each answer.
    setIfAbsent("sun.net.httpserver.maxIdleConnections", "10000");
    setIfAbsent("sun.net.httpserver.idleInterval", "300");
  }

  private static void setIfAbsent(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
