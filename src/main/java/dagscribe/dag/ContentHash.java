package dagscribe.dag;

import java.util.stream.Collectors;

public final class ContentHash {
  private ContentHash() {}

  public static String of(String s) {
    return com.google.common.hash.Hashing.sha256()
        .hashString(normalise(s), java.nio.charset.StandardCharsets.UTF_8)
        .toString();
  }

  public static String normalise(String s) {
    return s.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).stripTrailing()
        + "\n";
  }
}
