package dagscribe.report;

import dagscribe.totals.Destination;

/** Names of the numbers in {@link Totals}, or their prefixes where a name follows. */
public final class TotalNames {

  /** Non-blank lines read. */
  public static final String READ = "read";

  /** Files of the input that were matched. */
  public static final String FILES_MATCHED = "input.filesMatched";

  /** Files of the input whose end was read. */
  public static final String FILES_READ = "input.filesRead";

  /** Blocks that the files of the input were cut into. */
  public static final String BLOCKS_CUT = "input.blocksCut";

  /** Blocks read to their end. */
  public static final String BLOCKS_READ = "input.blocksRead";

  /** DAGs worth asking for, one of each content, as they come. */
  public static final String DISTINCT = "distinct";

  /** The same, told once, when all have been seen. */
  public static final String ALL_DISTINCT = "allDistinct";

  /** Lines in the files of a destination. */
  public static final String WRITTEN = "written.";

  /** Files of a destination. */
  public static final String FILES = "files.";

  /** A file that was written, by its name: the name. */
  public static final String FILE = "file.";

  /** Instruction lines by the licence that their record states. */
  public static final String LICENCE = "licence.";

  /** Lines that end at a destination, by destination and reason. */
  public static final String REASON = "reason.";

  /** Instruction lines of duplicates. */
  public static final String DUPLICATES = "duplicates";

  /** Instruction lines answered by the cache. */
  public static final String CACHED = "cached";

  /** Instruction lines that shared the call of an equal question under way. */
  public static final String SHARED = "shared";

  /** Billionths of a dollar billed for the calls made. */
  public static final String PAID_NANO_USD = "paidNanoUsd";

  /** Billionths of a dollar that the server's prompt cache has saved, less what it cost. */
  public static final String PROMPT_CACHE_NANO_USD = "promptCacheNanoUsd";

  /** Billionths of a dollar that instructions would have cost had nothing been reused. */
  public static final String UNSHARED_NANO_USD = "unsharedNanoUsd";

  /** Billionths of a dollar that the cache, duplicates and shared questions have saved. */
  public static final String SAVED_NANO_USD = "savedNanoUsd";

  /** Tokens that they have saved. */
  public static final String SAVED_TOKENS = "savedTokens";

  /** Numbers of the calls made, by name. */
  public static final String CALLS = "calls.";

  /** Of the calls: answers that the cache could not keep. */
  public static final String NOT_KEPT = "answersNotKept";

  /** DAGs by how many shared a prompt, in words with the reason. */
  public static final String DAGS_PER_CALL = "dagsPerCall.";

  /** When the first call was sent, in milliseconds since 1970. */
  public static final String FIRST_CALL = "min.firstCallEpochMillis";

  /** When the last answer arrived, in milliseconds since 1970. */
  public static final String LAST_ANSWER = "max.lastAnswerEpochMillis";

  /** Most calls in flight at once in one JVM. */
  public static final String MAX_IN_FLIGHT = "max.inFlight";

  /** The quickest answer; of no meaning where none came. */
  public static final String MIN_LATENCY_MILLIS = "min.latencyMillis";

  /** The slowest answer. */
  public static final String MAX_LATENCY_MILLIS = "max.latencyMillis";

  /** Permits given and not returned; 0 at the end of a run unless some leaked. */
  public static final String PERMITS_OUT = "permitsOut";

  /** What stopped the run from asking, by kind of failure: a message. */
  public static final String STOP = "stop.";

  /** A call that a former run left open, by its id: a {@link CallInDoubt}. */
  public static final String IN_DOUBT = "inDoubt.";

  private TotalNames() {}

  /** Name of the count of lines that end at a destination for a reason. */
  public static String reason(Destination destination, String reason) {
    return REASON + destination.prefix() + "." + reason;
  }
}
