package dagscribe.steps;

import java.io.IOException;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Marks the output directory when the job starts, for jobs that outlive whoever submitted them;
 * {@link WriteReport} takes the mark off.
 */
public final class MarkOutput extends PTransform<PBegin, PDone> {

  private final OutputMark mark;

  private MarkOutput(OutputMark mark) {
    this.mark = mark;
  }

  /** Puts this mark. */
  public static MarkOutput with(OutputMark mark) {
    return new MarkOutput(mark);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin.apply("Start", Impulse.create()).apply("Mark", ParDo.of(new MarkFn(mark)));
    return PDone.in(begin.getPipeline());
  }

  private static final class MarkFn extends DoFn<byte[], Void> {

    private final OutputMark mark;

    MarkFn(OutputMark mark) {
      this.mark = mark;
    }

    @ProcessElement
    public void process() throws IOException {
      mark.put();
    }
  }
}
