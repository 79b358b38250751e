package dagscribe.steps;

import dagscribe.input.UnreadableInputException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;

/**
 * Fails the run if files could not be read, once all have been tried, naming every one. What was
 * asked until then is in the cache.
 */
final class RefuseDamage extends PTransform<PCollection<String>, PDone> {

  @Override
  public PDone expand(PCollection<String> complaints) {
    complaints
        .apply("Together", WithKeys.of((Void) null))
        .apply("Group", GroupByKey.create())
        .apply("Refuse", ParDo.of(new RefuseFn()));
    return PDone.in(complaints.getPipeline());
  }

  private static final class RefuseFn extends DoFn<KV<Void, Iterable<String>>, Void> {

    @ProcessElement
    public void process(@Element KV<Void, Iterable<String>> complaints)
        throws UnreadableInputException {
      List<String> sorted =
          StreamSupport.stream(complaints.getValue().spliterator(), false)
              .distinct()
              .sorted()
              .toList();
      throw UnreadableInputException.of(sorted);
    }
  }
}
