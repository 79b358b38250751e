package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.sameInstance;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainStreamTest {

  private static final String HOSTILE =
      "a\u001b[31m\u202eb\u009b\u0007\u2028c\r\t\n\uDB40\uDC41é😀";
  private static final String PLAIN =
      "a\\u001b[31m\\u202eb\\u009b\\u0007\\u2028c\\u000d\t\n\\udb40\\udc41é😀";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream plain =
      PlainStream.of(new PrintStream(bytes, true, StandardCharsets.UTF_8));

  static Stream<Arguments> ways() {
    return Stream.<Consumer<PrintStream>>of(
            out -> out.print(HOSTILE),
            out -> out.print((Object) HOSTILE),
            out -> out.print(HOSTILE.toCharArray()),
            out -> out.append(HOSTILE),
            out -> out.append("x" + HOSTILE, 1, 1 + HOSTILE.length()),
            out -> out.printf("%s", HOSTILE))
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void text_isWrittenWithoutWhatActsOnATerminal(Consumer<PrintStream> way) {
    way.accept(plain);
    assertThat(bytes.toString(StandardCharsets.UTF_8), is(PLAIN));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void line_endsInOrder(Consumer<PrintStream> way) {
    way.accept(plain);
    plain.println();
    plain.println(HOSTILE);
    plain.print('\u0007');
    plain.print(5);
    assertThat(
        bytes.toString(StandardCharsets.UTF_8),
        is(PLAIN + System.lineSeparator() + PLAIN + System.lineSeparator() + "\\u00075"));
  }

  @Test
  void message_isOneLine() {
    assertThat(PlainStream.oneLine("a\r\n  b\nc"), is("a b c"));
  }

  @Test
  void plainStream_isNotMadePlainTwice() {
    assertThat(PlainStream.of(plain), sameInstance(plain));
  }
}
