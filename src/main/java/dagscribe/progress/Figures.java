package dagscribe.progress;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a run at one moment.
 *
 * @param elapsed since the run began
 * @param now its numbers
 * @param requestsPerMinute requests that ended, of late
 * @param timeLeft until all DAGs have their results, at the pace of late; null while unknown
 * @param silence how long requests have been open without one ending; zero if none is open
 */
record Figures(
    Duration elapsed,
    Snapshot now,
    double requestsPerMinute,
    @Nullable Duration timeLeft,
    Duration silence) {}
