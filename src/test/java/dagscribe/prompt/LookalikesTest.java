package dagscribe.prompt;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikesTest {

  private static final SpoofChecker UNICODE = new SpoofChecker.Builder().build();

  @Test
  void whatUnicodeHoldsForAPartOfAFence_isReadAsIt() {
    List<String> missed =
        assigned()
            .filter(c -> Set.of("<", "/", "d", "a", "g").contains(skeleton(c)))
            .filter(c -> !Lookalikes.reading(c).equals(skeleton(c)))
            .mapToObj(c -> "U+%04X %s".formatted(c, UCharacter.getName(c)))
            .toList();

    assertThat(missed, is(empty()));
  }

  @Test
  void whatUnicodeLetsDisplaysIgnore_isInvisible() {
    List<String> missed =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
            .filter(c -> !Invisible.test(c))
            .mapToObj("U+%04X"::formatted)
            .toList();
    long more =
        assigned()
            .filter(Invisible::test)
            .filter(c -> !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
            .count();

    assertThat(missed, is(empty()));
    // U+FFF9 to U+FFFB, the marks of interlinear annotation
    assertThat(more, is(lessThan(4L)));
  }

  @ParameterizedTest
  @CsvSource({
    "0041,a",
    "FF41,a",
    "1D41A,a",
    "24D0,a",
    "1F130,a",
    "1F170,a",
    "1F1E6,a",
    "0430,a",
    "00E1,a",
    "1D00,a",
    "6F22,\u6F22",
    "4E00,\u4E00",
    "FB01,fi"
  })
  void character_isReadAsWhatItLooksLike(String hex, String reading) {
    assertThat(Lookalikes.reading(Integer.parseInt(hex, 16)), is(reading));
  }

  private static IntStream assigned() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(Character::isDefined)
        .filter(c -> Character.getType(c) != Character.SURROGATE);
  }

  private static String skeleton(int codePoint) {
    String skeleton = UNICODE.getSkeleton(Character.toString(codePoint));
    return Normalizer.normalize(skeleton, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(java.util.Locale.ROOT);
  }
}
