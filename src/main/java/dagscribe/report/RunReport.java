package dagscribe.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dagscribe.totals.CallInDoubt;
import dagscribe.totals.DagTotals;
import dagscribe.totals.OutputTotals;
import dagscribe.totals.PassTotals;
import dagscribe.totals.RunTotals;
import java.time.Duration;
import java.time.Instant;
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
  public static RunReport of(RunInfo info, RunTotals totals, Instant finished) {
    PassTotals asked = totals.allPasses();
    OutputTotals output = totals.output();
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
        Ledger.of(totals),
        reasons(output),
        files(output),
        List.copyOf(output.fileNames()),
        output.licences().byName(),
        totals.dags().duplicates(),
        totals.dags().cached(),
        asked.dagsPerCall(),
        totals.dags().shared(),
        CallTable.of(asked),
        InFlight.of(asked),
        info.priced() ? cost(totals.dags(), asked) : unpriced(totals.dags()),
        List.copyOf(totals.inDoubt()),
        totals.stops());
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
    return !stopped.isEmpty() && calls.getOrDefault(CallTable.NOT_KEPT, 0L) == 0;
  }

  /** Requests sent to the server. */
  public long requestsSent() {
    return calls.getOrDefault(CallTable.SENT, 0L);
  }

  private static Map<String, Map<String, Long>> reasons(OutputTotals output) {
    Map<String, Map<String, Long>> reasons = new TreeMap<>();
    output
        .destinations()
        .forEach((destination, sent) -> reasons.put(destination.prefix(), sent.reasons()));
    reasons.values().removeIf(Map::isEmpty);
    return reasons;
  }

  private static Map<String, Long> files(OutputTotals output) {
    Map<String, Long> files = new TreeMap<>();
    output
        .destinations()
        .forEach((destination, written) -> files.put(destination.prefix(), written.files()));
    files.values().removeIf(number -> number == 0);
    return files;
  }

  private static Cost cost(DagTotals dags, PassTotals asked) {
    return new Cost(
        asked.calls().nanoUsd() / NANO,
        dags.unsharedNanoUsd() / NANO,
        dags.savedNanoUsd() / NANO,
        dags.savedTokens(),
        asked.promptCacheNanoUsd() / NANO);
  }

  private static Cost unpriced(DagTotals dags) {
    return new Cost(null, null, null, dags.savedTokens(), null);
  }
}
