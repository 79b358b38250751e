package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.totals.Destination;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, as {@code report.json} holds it.
 *
 * @param dagscribe the version that ran
 * @param simulated whether the instructions come from the simulated server and not from a model
 * @param started when the command was given, ISO 8601
 * @param finished when the last file was counted, ISO 8601
 * @param seconds from one to the other
 * @param runner the runner's name
 * @param endpoint where the questions went
 * @param profile name of the profile
 * @param model id of the model asked
 * @param promptVersion version of the prompt
 * @param format shape of the instruction lines
 * @param ledger the proof that every line is accounted for
 * @param reasons lines by destination and reason
 * @param files files by destination
 * @param written names of these files; empty if the input has no end, as they would be ever more
 * @param licences instruction lines by the licence that their record states, {@code unknown} if it
 *     states none
 * @param duplicates instruction lines that share the answer of an equal DAG
 * @param cached instruction lines answered by the cache
 * @param dagsPerCall DAGs by how many shared a prompt, with the reason
 * @param shared instruction lines that shared the call of an equal question under way
 * @param calls numbers of the calls made
 * @param inFlight when calls were made, and how many at once
 * @param cost what was paid
 * @param inDoubt calls that former runs left open when they died: nobody knows whether they were
 *     billed; each is told of until a run has ended
 * @param stopped what stopped the run from asking, by kind; empty if nothing did
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RunReport(
    String dagscribe,
    boolean simulated,
    String started,
    String finished,
    double seconds,
    String runner,
    String endpoint,
    String profile,
    String model,
    String promptVersion,
    String format,
    Ledger ledger,
    Map<String, Map<String, Long>> reasons,
    Map<String, Long> files,
    List<String> written,
    Map<String, Long> licences,
    long duplicates,
    long cached,
    Map<String, Long> dagsPerCall,
    long shared,
    Map<String, Long> calls,
    InFlight inFlight,
    Cost cost,
    List<CallInDoubt> inDoubt,
    Map<String, String> stopped) {

  private static final double NANO = 1e9;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * Dollars.
   *
   * @param paidUsd billed for the calls of this run, retries and lost answers included; null if the
   *     model has no known price
   * @param withoutReuseUsd what the instructions would have cost without cache, deduplication and
   *     shared questions; null if the model has no known price
   * @param savedUsd the part of it that was not paid in this run; null if the model has no known
   *     price
   * @param savedTokens tokens of all kinds that were not used again
   * @param savedByPromptCacheUsd what the server's prompt cache has saved, less what writing to it
   *     cost; null if the model has no known price
   */
  public record Cost(
      @Nullable Double paidUsd,
      @Nullable Double withoutReuseUsd,
      @Nullable Double savedUsd,
      long savedTokens,
      @Nullable Double savedByPromptCacheUsd) {}

  /** Makes the report of a run. */
  public static RunReport of(RunInfo info, Totals totals, Instant finished) {
    return new RunReport(
        info.dagscribe(),
        info.simulated(),
        info.started().toString(),
        finished.toString(),
        Duration.between(info.started(), finished).toMillis() / 1e3,
        info.runner(),
        info.endpoint(),
        info.profile(),
        info.model(),
        info.promptVersion(),
        info.format(),
        ledger(totals),
        reasons(totals),
        totals.under(TotalNames.FILES),
        List.copyOf(totals.messagesUnder(TotalNames.FILE).values()),
        totals.under(TotalNames.LICENCE),
        totals.get(TotalNames.DUPLICATES),
        totals.get(TotalNames.CACHED),
        totals.under(TotalNames.DAGS_PER_CALL),
        totals.get(TotalNames.SHARED),
        totals.under(TotalNames.CALLS),
        InFlight.of(totals),
        cost(info, totals),
        inDoubt(totals),
        totals.messagesUnder(TotalNames.STOP));
  }

  /** The report as indented JSON. */
  public String toJson() {
    try {
      return MAPPER.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }

  /** Reads a report that {@link #toJson} wrote. */
  public static RunReport parse(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, RunReport.class);
  }

  /**
   * Whether the same work should be done again in place of what was written: something is left to
   * do, and the cache holds every answer in the files, so that none is paid for again.
   */
  public boolean canBeRepeated() {
    return !stopped.isEmpty() && calls.getOrDefault(TotalNames.NOT_KEPT, 0L) == 0;
  }

  private static Ledger ledger(Totals totals) {
    Map<String, Long> written = totals.under(TotalNames.WRITTEN);
    return new Ledger(
        LedgerFiles.of(totals),
        totals.get(TotalNames.READ),
        written.getOrDefault(Destination.INSTRUCTIONS.prefix(), 0L),
        written.getOrDefault(Destination.SKIPPED.prefix(), 0L),
        written.getOrDefault(Destination.FAILED.prefix(), 0L),
        written.getOrDefault(Destination.DEFERRED.prefix(), 0L),
        written.getOrDefault(Destination.REVIEW.prefix(), 0L));
  }

  private static Map<String, Map<String, Long>> reasons(Totals totals) {
    Map<String, Map<String, Long>> reasons = new TreeMap<>();
    for (Destination destination : Destination.values()) {
      Map<String, Long> counts = totals.under(TotalNames.reason(destination, ""));
      if (!counts.isEmpty()) {
        reasons.put(destination.prefix(), counts);
      }
    }
    return reasons;
  }

  private static Cost cost(RunInfo info, Totals totals) {
    long savedTokens = totals.get(TotalNames.SAVED_TOKENS);
    if (!info.priced()) {
      return new Cost(null, null, null, savedTokens, null);
    }
    return new Cost(
        totals.get(TotalNames.PAID_NANO_USD) / NANO,
        totals.get(TotalNames.UNSHARED_NANO_USD) / NANO,
        totals.get(TotalNames.SAVED_NANO_USD) / NANO,
        savedTokens,
        totals.get(TotalNames.PROMPT_CACHE_NANO_USD) / NANO);
  }

  private static List<CallInDoubt> inDoubt(Totals totals) {
    return totals.messagesUnder(TotalNames.IN_DOUBT).values().stream()
        .map(CallInDoubt::parse)
        .sorted(Comparator.comparing(CallInDoubt::started).thenComparing(CallInDoubt::call))
        .toList();
  }
}
