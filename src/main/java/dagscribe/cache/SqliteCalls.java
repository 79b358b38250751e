package dagscribe.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The call log in a {@link SqliteFile}, in the tables {@code calls}, {@code claims} and {@code
 * sessions}.
 */
final class SqliteCalls implements CallLog {

  private static final String BEGIN =
      "INSERT OR REPLACE INTO calls (id, session, call) VALUES (?, ?, ?)";

  private static final String END = "DELETE FROM calls WHERE id = ?";

  private static final String OTHERS =
      "SELECT "
          + SqliteSessions.COLUMNS
          + ", c.id, c.call FROM calls c LEFT JOIN sessions s ON s.id = c.session"
          + " WHERE c.session <> ?";

  private final Path path;
  private final SqliteWriter writer;
  private final SqliteSessions sessions;
  private final SqliteClaims claims;

  SqliteCalls(Path path, SqliteWriter writer, ProcessLease session, InstantSource clock) {
    this.path = path;
    this.writer = writer;
    this.sessions = new SqliteSessions(session, clock);
    this.claims = new SqliteClaims(sessions);
  }

  @Override
  public Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended) {
    Map<String, Set<String>> refused = new LinkedHashMap<>();
    writer.write(
        connection -> {
          sessions.giveSignOfLife(connection);
          strike(connection, ended);
          for (BegunCall call : begun) {
            Set<String> taken = claims.taken(connection, call.keys());
            if (taken.isEmpty()) {
              begin(connection, call);
            } else {
              refused.put(call.call().id(), taken);
            }
          }
        });
    return refused;
  }

  private void begin(Connection connection, BegunCall begun) throws SQLException {
    try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setString(1, begun.call().id());
      begin.setString(2, sessions.own());
      begin.setString(3, CallJson.write(begun.call()));
      begin.executeUpdate();
    }
    claims.claim(connection, begun);
  }

  @Override
  public Set<String> askedElsewhere(Collection<String> keys) {
    Set<String> asked = new LinkedHashSet<>();
    writer.write(connection -> asked.addAll(claims.askedElsewhere(connection, keys)));
    return asked;
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
            others.setString(1, sessions.own());
            try (ResultSet rows = others.executeQuery()) {
              while (rows.next()) {
                if (!sessions.lasts(rows)) {
                  inDoubt.add(
                      CallJson.read(rows.getString(7), path + ", call " + rows.getString(6)));
                }
              }
            }
          }
        });
    inDoubt.sort(Comparator.comparingLong(OpenCall::startedAtMillis));
    return inDoubt;
  }

  @Override
  public void forget(Collection<String> calls) {
    writer.write(
        connection -> {
          strike(connection, calls);
          sessions.drop(connection);
        });
  }

  private void strike(Connection connection, Collection<String> calls) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END)) {
      for (String call : calls) {
        end.setString(1, call);
        end.executeUpdate();
      }
    }
    claims.release(connection, calls);
  }

  /** Ends the session. */
  void close() {
    sessions.close();
  }
}
