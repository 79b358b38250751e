package dagscribe.steps;

import dagscribe.input.FileCheck;
import dagscribe.input.UnreadableInputException;
import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn.MultiOutputReceiver;
import org.apache.beam.sdk.values.TupleTag;

/** What was wrong with a file when it was read, on its way to where all of it is told. */
final class Damage {

  /** A file and what is wrong with it. */
  static final TupleTag<String> TAG = new TupleTag<>("damage") {};

  private Damage() {}

  /**
   * Tells of a file that cannot be read to its end.
   *
   * @throws UnreadableInputException at once if the input has no end
   */
  static void tell(Input input, String file, IOException e, MultiOutputReceiver out)
      throws UnreadableInputException {
    tell(input, FileCheck.of(file, e), out);
  }

  /** Tells of a complaint. */
  static void tell(Input input, String complaint, MultiOutputReceiver out)
      throws UnreadableInputException {
    if (input.isEndless()) {
      throw UnreadableInputException.of(List.of(complaint));
    }
    out.get(TAG).output(complaint);
  }
}
