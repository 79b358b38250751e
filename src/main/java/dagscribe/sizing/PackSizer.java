package dagscribe.sizing;

import dagscribe.claude.Price;
import dagscribe.claude.Prices;
import dagscribe.limit.Limit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides how many DAGs share a prompt: as set by the operator, or the number that is done soonest,
 * and among those the one that costs least. Thread-safe.
 *
 * <p>More DAGs a call save requests and the shared prompt, and make every answer later; a refusal
 * or a cut answer then concerns more of them. So of sizes that do as well, the smallest is taken.
 */
public final class PackSizer {

  private static final List<Integer> SIZES = List.of(1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20);

  /** Beyond this a refused or cut answer costs more than is saved, unless requests are scarce. */
  private static final int USUAL_MOST = 8;

  /** As soon as the soonest, give or take what cannot be known. */
  private static final double AS_SOON = 1.1;

  /** As cheap as the cheapest. */
  private static final double AS_CHEAP = 1.05;

  private final int dagsPerCall;
  private final Map<String, Long> chosen = new TreeMap<>();

  /**
   * @param dagsPerCall what the operator set; 0 decides by itself
   */
  public PackSizer(int dagsPerCall) {
    this.dagsPerCall = dagsPerCall;
  }

  /**
   * The size for some DAGs, counted as chosen.
   *
   * @param work all that is to be asked about, these among it
   * @param dags how many these are
   */
  public PackSize choose(Workload work, Capacity capacity, int dags) {
    PackSize size = dagsPerCall > 0 ? PackSize.set(dagsPerCall) : best(work, capacity);
    synchronized (chosen) {
      chosen.merge(size.toString(), (long) dags, Long::sum);
    }
    return size;
  }

  /** DAGs by the size that was chosen for them, with its reason in words. */
  public Map<String, Long> chosen() {
    synchronized (chosen) {
      return new TreeMap<>(chosen);
    }
  }

  /** The size that suits this work best. */
  public static PackSize best(Workload work, Capacity capacity) {
    boolean isShortOfRequests = CallPlan.of(work, capacity, USUAL_MOST).binding() == Limit.REQUESTS;
    List<CallPlan> plans =
        SIZES.stream()
            .filter(size -> size <= USUAL_MOST || isShortOfRequests)
            .map(size -> CallPlan.of(work, capacity, size))
            .toList();
    double soonest = plans.stream().mapToDouble(CallPlan::minutes).min().orElseThrow();
    List<CallPlan> soon =
        plans.stream().filter(plan -> plan.minutes() <= soonest * AS_SOON).toList();
    Price price = Prices.of(work.model().model()).orElse(Price.TYPICAL);
    double cheapest = soon.stream().mapToDouble(plan -> plan.usd(price)).min().orElseThrow();
    int size =
        soon.stream()
            .filter(plan -> plan.usd(price) <= cheapest * AS_CHEAP)
            .mapToInt(CallPlan::dagsPerCall)
            .min()
            .orElseThrow();
    return size == 1 ? PackSize.alone() : shared(size, plans.get(0), soonest);
  }

  private static PackSize shared(int size, CallPlan alone, double soonest) {
    Limit binding = alone.minutes() <= soonest * AS_SOON ? null : alone.binding();
    return binding == null ? PackSize.cheaper(size) : PackSize.boundBy(binding, size);
  }
}
