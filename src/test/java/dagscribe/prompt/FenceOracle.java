package dagscribe.prompt;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** Whether ICU and commons-text would read a fence in a text: another way than the one tested. */
public final class FenceOracle {

  private static final SpoofChecker UNICODE = new SpoofChecker.Builder().build();
  private static final Pattern FENCE = Pattern.compile("[<\u2039]\\s*[/\\\\]*\\s*d\\s*a\\s*g\\b");

  private FenceOracle() {}

  /** Whether the text reads as {@code <dag} or {@code </dag}. */
  public static boolean isIn(String text) {
    String unescaped = StringEscapeUtils.unescapeHtml4(StringEscapeUtils.unescapeHtml4(text));
    return FENCE.matcher(seen(unescaped)).find() || FENCE.matcher(seen(text)).find();
  }

  private static String seen(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .map(UCharacter::toLowerCase)
        .forEach(visible::appendCodePoint);
    String skeleton =
        UNICODE.getSkeleton(Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase());
    return Normalizer.normalize(skeleton, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }
}
