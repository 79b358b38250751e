package dagscribe.generate;

import dagscribe.prompt.Pack;
import dagscribe.prompt.Packer;
import dagscribe.prompt.PromptDag;
import dagscribe.sizing.Capacity;
import dagscribe.sizing.PackSize;
import dagscribe.sizing.PackSizer;
import dagscribe.sizing.Workload;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Puts questions into prompts, together or each alone. Thread-safe. */
public final class Packing {

  private final Packer packer;
  private final PackSizer sizer;
  private final Supplier<Capacity> capacity;
  private final RequestFactory requests;
  private final AtomicLong asked = new AtomicLong();
  private final AtomicLong underWay = new AtomicLong();

  /**
   * @param capacity what calls may use, as known at the moment
   */
  public Packing(
      Packer packer, PackSizer sizer, Supplier<Capacity> capacity, RequestFactory requests) {
    this.packer = packer;
    this.sizer = sizer;
    this.capacity = capacity;
    this.requests = requests;
  }

  /**
   * Prompts of as many questions each as suits the work and the account. The work is all that is
   * under way and, since chunks grow, as much again as this unless it is the first: who looked at a
   * chunk alone would take a large job for many small ones. Each question must be {@link #settled}.
   */
  List<Pack> together(Collection<PendingDag> questions) {
    if (questions.isEmpty()) {
      return List.of();
    }
    int dags = questions.size();
    long next = asked.getAndAdd(dags) == 0 ? 0 : dags;
    Workload work = requests.workload(questions).with(underWay.getAndAdd(dags) + next);
    PackSize size = sizer.choose(work, capacity.get(), dags);
    return packer.pack(dags(questions), size.dags(), requests.charsPerToken());
  }

  /** A question that was put into a prompt together with others has its result. */
  void settled() {
    underWay.decrementAndGet();
  }

  /** One prompt for all of these, unless they are too long for that. */
  List<Pack> asOne(Collection<PendingDag> questions) {
    return questions.isEmpty()
        ? List.of()
        : packer.pack(dags(questions), questions.size(), requests.charsPerToken());
  }

  /** A prompt for each question. */
  List<Pack> alone(Collection<PendingDag> questions) {
    return packer.pack(dags(questions), 1, requests.charsPerToken());
  }

  private static List<PromptDag> dags(Collection<PendingDag> questions) {
    return questions.stream()
        .map(question -> new PromptDag(question.key(), question.text()))
        .toList();
  }
}
