package dagscribe.linear;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;

import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * No regular expression of ours takes more than linear time, whatever the text: each is held
 * against texts made of its own words, and how often it looks at a character is counted, which is
 * the same on every machine.
 */
class PatternsTest {

  /** Sees nothing but the words of the operator's own command, which a system keeps short. */
  private static final String OWN_WORDS = "dagscribe.options.Paths";

  private static final int SHORT = 100;
  private static final int LONG = 400;
  private static final int[] SIZES = {10_000, 40_000};

  /** Looks for each character; the bounds of what patterns repeat are below that. */
  private static final long MAX_LOOKS = 1_200;

  private static final long ENDLESS = Long.MAX_VALUE / 8;

  @Test
  void work_growsWithTheTextAndNoFaster() throws IOException {
    Map<String, Pattern> patterns = all();
    assertThat(patterns.size(), greaterThan(50));
    for (Map.Entry<String, Pattern> pattern : patterns.entrySet()) {
      HostileTexts.Kind hardest = hardest(pattern.getValue());
      long small = work(pattern.getValue(), hardest.ofLength().apply(SIZES[0]));
      long large = work(pattern.getValue(), hardest.ofLength().apply(SIZES[1]));
      String what = pattern.getKey() + " over " + hardest.name() + ": " + small + ", " + large;
      assertThat(what, large, lessThan(ENDLESS));
      assertThat(what, large / (double) Math.max(1, small), lessThan(4.5));
    }
  }

  /** The kind of text of which more makes the most of more work. */
  private static HostileTexts.Kind hardest(Pattern pattern) {
    return HostileTexts.against(pattern).stream()
        .max(
            Comparator.comparingDouble(
                kind ->
                    work(pattern, kind.ofLength().apply(LONG))
                        - 4.0 * work(pattern, kind.ofLength().apply(SHORT)) * 0.9))
        .orElseThrow();
  }

  /** How often characters are looked at to find all matches, and to match the whole. */
  private static long work(Pattern pattern, String text) {
    CountedText counted = new CountedText(text, MAX_LOOKS * text.length());
    Matcher matcher = pattern.matcher(counted);
    try {
      matcher.matches();
      matcher.reset();
      while (matcher.find()) {
        continue;
      }
    } catch (CountedText.TooManyLooksException endless) {
      return ENDLESS;
    }
    return counted.looks();
  }

  /** Every pattern that a class of ours holds against what others have written, by where it is. */
  private static Map<String, Pattern> all() throws IOException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (ClassPath.ClassInfo info :
        ClassPath.from(PatternsTest.class.getClassLoader()).getAllClasses()) {
      if (isOfMain(info) && !info.getName().equals(OWN_WORDS)) {
        for (Field field : info.load().getDeclaredFields()) {
          add(field, patterns);
        }
      }
    }
    return patterns;
  }

  private static boolean isOfMain(ClassPath.ClassInfo info) {
    return info.getName().startsWith("dagscribe.")
        && !info.url().getPath().contains("/test-classes/");
  }

  /** Adds a constant that is a pattern, or a list whose elements hold one. */
  private static void add(Field field, Map<String, Pattern> patterns) {
    String name = field.getDeclaringClass().getName() + "." + field.getName();
    boolean constant = Modifier.isStatic(field.getModifiers());
    if (constant && field.getType() == Pattern.class) {
      patterns.put(name, (Pattern) value(field, null));
    } else if (constant && field.getType() == List.class) {
      for (Object element : (List<?>) value(field, null)) {
        for (Field part : element.getClass().getDeclaredFields()) {
          if (part.getType() == Pattern.class && element.getClass().isRecord()) {
            patterns.put(name + " " + value(part, element), (Pattern) value(part, element));
          }
        }
      }
    }
  }

  private static Object value(Field field, @Nullable Object owner) {
    try {
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
