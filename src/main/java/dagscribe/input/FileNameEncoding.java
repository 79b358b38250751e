package dagscribe.input;

import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The encoding that a process has for file names and command lines. On Linux its locale decides it,
 * once and for all, when Java starts; a name that it cannot carry can be neither given nor opened.
 * Immutable.
 *
 * @param charset what {@code sun.jnu.encoding} names
 * @param locale the environment variable that decides it, as {@code NAME=VALUE}; what is missing if
 *     none is set
 */
public record FileNameEncoding(Charset charset, String locale) {

  /** The encoding of this process. */
  public static FileNameEncoding ofProcess() {
    String name = System.getProperty("sun.jnu.encoding", "UTF-8");
    return new FileNameEncoding(
        Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset(),
        locale(System::getenv));
  }

  static String locale(UnaryOperator<@Nullable String> environment) {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .filter(name -> isSet(environment.apply(name)))
        .findFirst()
        .map(name -> name + "=" + environment.apply(name))
        .orElse("neither LC_ALL nor LANG is set");
  }

  private static boolean isSet(@Nullable String value) {
    return value != null && !value.isEmpty();
  }

  /** Whether a file of this name can be opened. */
  public boolean canName(String text) {
    return charset.newEncoder().canEncode(text);
  }

  /** Why a name cannot be used and what to do, as the end of a sentence. */
  public String remedy() {
    return "the locale ("
        + locale
        + ", encoding "
        + charset
        + ") cannot carry this name: set LC_ALL=C.UTF-8";
  }
}
