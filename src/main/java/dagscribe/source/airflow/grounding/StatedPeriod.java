package dagscribe.source.airflow.grounding;

/**
 * What an instruction says of how often something runs.
 *
 * @param period as in {@link Cadence#periods}
 * @param exact whether it says that there is one run in that time, and not more
 * @param certain false if the words may as well be about something else than the schedule, such as
 *     "the daily report": then they can be right, and are nothing if they are not
 * @param words as they stand in the text
 */
record StatedPeriod(int period, boolean exact, boolean certain, String words) {}
