package dagscribe.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;

/** The sessions that use a {@link SqliteFile}, in the table {@code sessions}. */
final class SqliteSessions {

  /** What {@link #lasts} reads of a session {@code s}, before all other columns of a row. */
  static final String COLUMNS = "s.id, s.host, s.pid, s.started, s.seen";

  private static final String SIGN_OF_LIFE =
      "INSERT INTO sessions (id, host, pid, started, seen) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET seen = excluded.seen";

  private static final String DROP =
      "DELETE FROM sessions WHERE id <> ? AND seen < ?"
          + " AND id NOT IN (SELECT session FROM calls)";

  /** A session without calls is kept for a day, which is far longer than it can be missed. */
  private static final Duration LIFE = Duration.ofDays(1);

  private final ProcessLease own;
  private final InstantSource clock;

  SqliteSessions(ProcessLease own, InstantSource clock) {
    this.own = own;
    this.clock = clock;
  }

  /** Id of the session of this process. */
  String own() {
    return own.id();
  }

  void giveSignOfLife(Connection connection) throws SQLException {
    try (PreparedStatement alive = connection.prepareStatement(SIGN_OF_LIFE)) {
      alive.setString(1, own.id());
      alive.setString(2, own.host());
      alive.setLong(3, own.pid());
      alive.setLong(4, own.startedAtMillis());
      alive.setLong(5, clock.millis());
      alive.executeUpdate();
    }
  }

  /** Whether the session lasts that a row names; one that is not known does not. */
  boolean lasts(ResultSet row) throws SQLException {
    String id = row.getString(1);
    if (id == null) {
      return false;
    }
    Duration silent = Duration.ofMillis(clock.millis() - row.getLong(5));
    return new ProcessLease(id, row.getString(2), row.getLong(3), row.getLong(4)).lasts(silent);
  }

  /** Removes those that have long been gone and left nothing. */
  void drop(Connection connection) throws SQLException {
    try (PreparedStatement drop = connection.prepareStatement(DROP)) {
      drop.setString(1, own.id());
      drop.setLong(2, clock.millis() - LIFE.toMillis());
      drop.executeUpdate();
    }
  }

  /** Ends the session of this process. */
  void close() {
    own.close();
  }
}
