package dagscribe.source.airflow.grounding;

/** What comparing one statement of an instruction with one fact of its source came to. */
public enum Verdict {

  /** The instruction says what the source says. */
  AGREES,

  /** The instruction says something else than the source. */
  CONTRADICTS,

  /** The source tells it, and the instruction does not mention it. */
  SILENT,

  /** The instruction says it, and the source cannot be read so far as to confirm or refute it. */
  UNCHECKABLE
}
