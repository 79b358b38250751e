package dagscribe.claude.environment;

import com.google.common.base.Splitter;
import java.net.URI;
import java.util.List;

/**
 * Hosts that are asked without a proxy: the value of {@code NO_PROXY}.
 *
 * <p>An entry is a host, which stands for its subdomains too; {@code .suffix} or {@code *.suffix}
 * for the subdomains alone; an address; a block of addresses such as {@code 10.0.0.0/8}; or {@code
 * *} for all. A port or a scheme limits it. So HTTPX reads it, the client of Anthropic's SDK for
 * Python; blocks are as curl and Go read them.
 */
final class NoProxy {

  private final List<NoProxyEntry> entries;
  private final boolean isAll;

  private NoProxy(List<NoProxyEntry> entries, boolean isAll) {
    this.entries = entries;
    this.isAll = isAll;
  }

  static NoProxy parse(String text) {
    List<String> words = Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
    return new NoProxy(words.stream().map(NoProxyEntry::parse).toList(), words.contains("*"));
  }

  boolean covers(URI url) {
    return isAll || entries.stream().anyMatch(entry -> entry.covers(url));
  }
}
