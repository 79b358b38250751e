package dagscribe.steps;

import java.time.Duration;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.windowing.AfterProcessingTime;
import org.apache.beam.sdk.transforms.windowing.Repeatedly;
import org.apache.beam.sdk.transforms.windowing.Trigger;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Has what comes after a grouping leave in panes, each some time after the first element that is in
 * it. An input that ends needs no panes and is left as it is.
 */
public final class TriggerPanes<T> extends PTransform<PCollection<T>, PCollection<T>> {

  private final @Nullable Duration delay;
  private final boolean isSum;

  private TriggerPanes(@Nullable Duration delay, boolean isSum) {
    this.delay = delay;
    this.isSum = isSum;
  }

  /**
   * Panes of what is new.
   *
   * @param delay from a pane's first element to the pane; null for an input that ends
   */
  public static <T> TriggerPanes<T> ofNews(@Nullable Duration delay) {
    return new TriggerPanes<>(delay, false);
  }

  /** Panes of everything since the beginning. */
  public static <T> TriggerPanes<T> ofAll(@Nullable Duration delay) {
    return new TriggerPanes<>(delay, true);
  }

  @Override
  public PCollection<T> expand(PCollection<T> elements) {
    if (delay == null) {
      return elements;
    }
    Trigger trigger =
        Repeatedly.forever(
            AfterProcessingTime.pastFirstElementInPane()
                .plusDelayOf(org.joda.time.Duration.millis(delay.toMillis())));
    Window<T> window = Window.<T>configure().triggering(trigger);
    return elements.apply(
        "Panes", isSum ? window.accumulatingFiredPanes() : window.discardingFiredPanes());
  }
}
