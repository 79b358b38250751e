package dagscribe.progress;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalLineTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TerminalLine line = new TerminalLine(new PrintStream(bytes, true));
  private final PrintStream others = new PrintStream(line, true);

  private String written() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\u001b[K", "<wipe>");
  }

  @Test
  void drawing_isDoneOverAndOver() {
    line.draw("one");
    line.draw("two");
    assertThat(written(), is("\rone<wipe>\rtwo<wipe>"));
  }

  @Test
  void whatOthersWrite_standsAbove() {
    line.draw("bar");
    others.print("a line\n");
    line.draw("bar");
    assertThat(written(), is("\rbar<wipe>\r<wipe>a line\n\rbar<wipe>"));
  }

  @Test
  void lineThatIsBegun_isNotDrawnOver() {
    others.print("half a ");
    line.draw("bar");
    others.print("line\n");
    line.draw("bar");
    assertThat(written(), is("half a line\n\rbar<wipe>"));
  }

  @Test
  void wiped_nothingIsLeft() {
    line.wipe();
    line.draw("bar");
    line.wipe();
    line.wipe();
    assertThat(written(), is("\rbar<wipe>\r<wipe>"));
  }
}
