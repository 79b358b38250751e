package dagscribe.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The call log in a {@link SqliteFile}, in the tables {@code calls} and {@code sessions}. */
final class SqliteCalls implements CallLog {

  private static final String SIGN_OF_LIFE =
      "INSERT INTO sessions (id, host, pid, started, seen) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (id) DO UPDATE SET seen = excluded.seen";

  private static final String BEGIN =
      "INSERT OR REPLACE INTO calls (id, session, call) VALUES (?, ?, ?)";

  private static final String END = "DELETE FROM calls WHERE id = ?";

  private static final String OTHERS =
      "SELECT c.id, c.call, s.id, s.host, s.pid, s.started, s.seen FROM calls c"
          + " LEFT JOIN sessions s ON s.id = c.session WHERE c.session <> ?";

  private static final String DROP_SESSIONS =
      "DELETE FROM sessions WHERE id <> ? AND seen < ?"
          + " AND id NOT IN (SELECT session FROM calls)";

  /** A session without calls is kept for a day, which is far longer than it can be missed. */
  private static final Duration SESSION_LIFE = Duration.ofDays(1);

  private final Path path;
  private final SqliteWriter writer;
  private final Session session;
  private final InstantSource clock;

  SqliteCalls(Path path, SqliteWriter writer, Session session, InstantSource clock) {
    this.path = path;
    this.writer = writer;
    this.session = session;
    this.clock = clock;
  }

  @Override
  public void record(Collection<OpenCall> begun, Collection<String> ended) {
    writer.write(
        connection -> {
          giveSignOfLife(connection);
          try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            begin.setString(2, session.id());
            for (OpenCall call : begun) {
              begin.setString(1, call.id());
              begin.setString(3, CallJson.write(call));
              begin.executeUpdate();
            }
          }
          strike(connection, ended);
        });
  }

  private void giveSignOfLife(Connection connection) throws SQLException {
    try (PreparedStatement alive = connection.prepareStatement(SIGN_OF_LIFE)) {
      alive.setString(1, session.id());
      alive.setString(2, session.host());
      alive.setLong(3, session.pid());
      alive.setLong(4, session.startedAtMillis());
      alive.setLong(5, clock.millis());
      alive.executeUpdate();
    }
  }

  @Override
  public void end(String call, Map<String, CachedInstruction> answers) {
    writer.write(
        connection -> {
          SqliteCache.insert(connection, answers);
          strike(connection, List.of(call));
        });
  }

  @Override
  public List<OpenCall> inDoubt() {
    List<OpenCall> inDoubt = new ArrayList<>();
    writer.write(
        connection -> {
          try (PreparedStatement others = connection.prepareStatement(OTHERS)) {
            others.setString(1, session.id());
            try (ResultSet rows = others.executeQuery()) {
              while (rows.next()) {
                if (isGone(rows)) {
                  inDoubt.add(
                      CallJson.read(rows.getString(2), path + ", call " + rows.getString(1)));
                }
              }
            }
          }
        });
    inDoubt.sort(Comparator.comparingLong(OpenCall::startedAtMillis));
    return inDoubt;
  }

  private boolean isGone(ResultSet row) throws SQLException {
    String id = row.getString(3);
    if (id == null) {
      return true;
    }
    Duration silent = Duration.ofMillis(clock.millis() - row.getLong(7));
    return !new Session(id, row.getString(4), row.getLong(5), row.getLong(6)).lasts(silent);
  }

  @Override
  public void forget(Collection<String> calls) {
    writer.write(
        connection -> {
          strike(connection, calls);
          try (PreparedStatement drop = connection.prepareStatement(DROP_SESSIONS)) {
            drop.setString(1, session.id());
            drop.setLong(2, clock.millis() - SESSION_LIFE.toMillis());
            drop.executeUpdate();
          }
        });
  }

  private static void strike(Connection connection, Collection<String> calls) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END)) {
      for (String call : calls) {
        end.setString(1, call);
        end.executeUpdate();
      }
    }
  }

  /** Ends the session. */
  void close() {
    session.close();
  }
}
