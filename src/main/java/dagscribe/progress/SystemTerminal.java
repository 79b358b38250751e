package dagscribe.progress;

import java.io.PrintStream;
import org.jline.nativ.CLibrary;

/** The terminal of this process, asked through the machine's own library. */
final class SystemTerminal {

  private static final int STANDARD_ERROR = 2;
  private static final int USUAL_COLUMNS = 80;
  private static final int FEWEST_COLUMNS = 20;

  private SystemTerminal() {}

  /** Whether what is written there is seen at once, on a terminal that can draw over a line. */
  static boolean shows(PrintStream stream) {
    String kind = System.getenv("TERM");
    return stream == System.err && kind != null && !kind.equals("dumb") && isTerminal();
  }

  // Where the library cannot be loaded nobody knows, and lines are right everywhere.
  private static boolean isTerminal() {
    try {
      return CLibrary.isatty(STANDARD_ERROR) != 0;
    } catch (LinkageError e) {
      return false;
    }
  }

  /** Its width now; the usual one where it has none. */
  static int columns() {
    try {
      int columns = CLibrary.getTerminalWidth(STANDARD_ERROR);
      return columns >= FEWEST_COLUMNS ? columns : USUAL_COLUMNS;
    } catch (LinkageError e) {
      return USUAL_COLUMNS;
    }
  }
}
