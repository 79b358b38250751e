package dagscribe.claude.environment;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * One entry of {@code NO_PROXY}.
 *
 * @param scheme empty for any
 * @param host name, {@code .suffix} or address, in lower case
 * @param port 0 for any
 * @param bits how many bits of an address count; -1 for a name
 */
record NoProxyEntry(String scheme, String host, int port, int bits) {

  static NoProxyEntry parse(String word) {
    String text = word.toLowerCase(Locale.ROOT);
    int schemeEnd = text.indexOf("://");
    String scheme = schemeEnd < 0 ? "" : text.substring(0, schemeEnd);
    String rest = schemeEnd < 0 ? text : text.substring(schemeEnd + "://".length());
    int slash = rest.indexOf('/');
    String place = slash < 0 ? rest : rest.substring(0, slash);
    int colon = place.lastIndexOf(':');
    boolean hasPort = colon > 0 && !isAddress(place) && place.substring(colon).matches(":\\d{1,5}");
    String host = hasPort ? place.substring(0, colon) : place;
    int port = hasPort ? Integer.parseInt(place.substring(colon + 1)) : 0;
    String size = slash < 0 ? "" : rest.substring(slash + 1);
    int bits = !isAddress(host) ? -1 : size.matches("\\d{1,3}") ? Integer.parseInt(size) : 128;
    return new NoProxyEntry(scheme, host.startsWith("*.") ? host.substring(1) : host, port, bits);
  }

  boolean covers(URI url) {
    String asked = url.getHost().toLowerCase(Locale.ROOT);
    return (scheme.isEmpty() || scheme.equals(url.getScheme()))
        && (port == 0 || port == port(url))
        && (bits < 0 ? isOrIsUnder(asked) : isAddress(asked) && isInBlock(asked));
  }

  private static int port(URI url) {
    int standard = "https".equals(url.getScheme()) ? 443 : 80;
    return url.getPort() < 0 ? standard : url.getPort();
  }

  private boolean isOrIsUnder(String asked) {
    String suffix = host.startsWith(".") ? host : "." + host;
    boolean isWithSubdomains = !host.equals("localhost");
    return asked.equals(host) || (isWithSubdomains && asked.endsWith(suffix));
  }

  private boolean isInBlock(String asked) {
    byte[] block = address(host).getAddress();
    byte[] address = address(asked).getAddress();
    int shift = Math.max(0, block.length * Byte.SIZE - bits);
    return block.length == address.length
        && new BigInteger(1, block)
            .shiftRight(shift)
            .equals(new BigInteger(1, address).shiftRight(shift));
  }

  private static boolean isAddress(String host) {
    return InetAddresses.isInetAddress(host) || InetAddresses.isUriInetAddress(host);
  }

  private static InetAddress address(String host) {
    return host.startsWith("[") ? InetAddresses.forUriString(host) : InetAddresses.forString(host);
  }
}
