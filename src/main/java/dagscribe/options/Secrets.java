package dagscribe.options;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must not be given as an option, and must not be shown if it was. */
public final class Secrets {

  /** The remedy, as the end of a sentence. */
  static final String WHERE_THE_KEY_GOES =
      "the key comes from the environment: set ANTHROPIC_API_KEY where the calls are made";

  private static final Set<String> NAMES =
      Set.of("key", "secret", "token", "authtoken", "accesstoken", "bearer", "password");

  /** What may follow the {@code //} of a URL without user and password. */
  private static final Pattern PLAIN_HOST =
      Pattern.compile("([^\\s:@/?#,\\[]++|\\[[0-9a-fA-F:.]++])?+(?::[0-9]{1,5}+)?+(?:[/?#,].*+)?+");

  private static final Pattern WORD = Pattern.compile("\\s++|\\S++");
  private static final String HIDDEN = "***";
  private static final Pattern KEY = Pattern.compile("sk-[\\w-]*");

  private Secrets() {}

  /** Whether an option of this name would hold an API key, however it is spelt. */
  static boolean isSecretName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    return NAMES.contains(plain) || plain.contains("apikey") || plain.contains("anthropickey");
  }

  /**
   * A word or value without API keys and without users and passwords of URLs. A URL need not be
   * well-formed, as it is a mistake that is told of: all between the {@code //} and the last
   * {@code @} goes, and everything after the {@code //} if no host can be told from a password.
   */
  public static String hide(String text) {
    return KEY.matcher(hideUser(text)).replaceAll("sk-***");
  }

  private static String hideUser(String text) {
    int slashes = text.indexOf("//");
    int at = text.lastIndexOf('@');
    if (slashes < 0) {
      boolean isUser = at >= 0 && text.lastIndexOf(':', at) >= 0 && !text.contains("sqlite:");
      return isUser ? HIDDEN + text.substring(at) : text;
    }
    String from = text.substring(0, slashes + 2);
    if (at < slashes) {
      return text.contains(",") ? hideEach(text) : hidePlain(text, slashes + 2);
    }
    String host = text.substring(at + 1);
    return from + HIDDEN + (isPlain(host) && !host.isEmpty() ? "@" + host : "");
  }

  private static String hideEach(String list) {
    return Arrays.stream(list.split(",", -1)).map(Secrets::hideUser).collect(joining(","));
  }

  private static String hidePlain(String text, int host) {
    return isPlain(text.substring(host)) ? text : text.substring(0, host) + HIDDEN;
  }

  private static boolean isPlain(String afterSlashes) {
    return !afterSlashes.startsWith(":") && PLAIN_HOST.matcher(afterSlashes).matches();
  }

  /** A sentence without users and passwords of URLs; a URL has no blank in it. */
  public static String hideInSentence(String sentence) {
    StringBuilder hidden = new StringBuilder();
    Matcher words = WORD.matcher(sentence);
    while (words.find()) {
      String word = words.group();
      int address = word.indexOf("//");
      boolean hasUser = address >= 0 && word.indexOf('@', address) > 0;
      hidden.append(hasUser ? hide(word) : word);
    }
    return hidden.toString();
  }
}
