package dagscribe.options;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What must not be given as an option, and must not be shown if it was. */
final class Secrets {

  /** The remedy, as the end of a sentence. */
  static final String WHERE_THE_KEY_GOES =
      "the key comes from the environment: set ANTHROPIC_API_KEY where the calls are made";

  private static final Set<String> NAMES =
      Set.of("key", "secret", "token", "authtoken", "accesstoken", "bearer", "password");
  private static final Pattern USER_INFO = Pattern.compile("//[^/@]*@");
  private static final Pattern KEY = Pattern.compile("sk-[\\w-]*");

  private Secrets() {}

  /** Whether an option of this name would hold an API key, however it is spelt. */
  static boolean isSecretName(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    return NAMES.contains(plain) || plain.contains("apikey") || plain.contains("anthropickey");
  }

  /** The text without API keys and without users and passwords of URLs. */
  static String hide(String text) {
    return KEY.matcher(USER_INFO.matcher(text).replaceAll("//***@")).replaceAll("sk-***");
  }
}
