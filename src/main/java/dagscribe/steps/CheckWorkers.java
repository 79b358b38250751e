package dagscribe.steps;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PDone;

/**
 * Fails the job at its very start if a worker lacks what the calls will need much later.
 *
 * <p>Every worker is looked at, since a step is set up in each of its parallel instances, whether
 * or not an element comes to it.
 */
public final class CheckWorkers extends PTransform<PBegin, PDone> {

  private final WorkerRequirements needs;

  private CheckWorkers(WorkerRequirements needs) {
    this.needs = needs;
  }

  /** Looks for these. */
  public static CheckWorkers haveAll(WorkerRequirements needs) {
    return new CheckWorkers(needs);
  }

  @Override
  public PDone expand(PBegin begin) {
    begin.apply("Start", Impulse.create()).apply("Check", ParDo.of(new CheckFn(needs)));
    return PDone.in(begin.getPipeline());
  }

  private static final class CheckFn extends DoFn<byte[], Void> {

    private final WorkerRequirements needs;

    CheckFn(WorkerRequirements needs) {
      this.needs = needs;
    }

    @Setup
    public void check() {
      needs.check(System::getenv);
    }

    @ProcessElement
    public void process() {}
  }
}
