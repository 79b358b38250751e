package dagscribe.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which open call asks which question, in the table {@code claims}. A claim counts as long as its
 * call is recorded and the session of that call lasts. All methods are part of a transaction.
 */
final class SqliteClaims {

  private static final String ANSWERED = "SELECT 1 FROM answers WHERE key = ?";

  private static final String OWNER =
      "SELECT "
          + SqliteSessions.COLUMNS
          + " FROM claims k JOIN calls c ON c.id = k.call"
          + " LEFT JOIN sessions s ON s.id = c.session WHERE k.key = ? AND c.session <> ?";

  private static final String CLAIM = "INSERT OR REPLACE INTO claims (key, call) VALUES (?, ?)";

  private static final String RELEASE = "DELETE FROM claims WHERE call = ?";

  private final SqliteSessions sessions;

  SqliteClaims(SqliteSessions sessions) {
    this.sessions = sessions;
  }

  /** Those of these questions that have an answer, or that other sessions are asking. */
  Set<String> taken(Connection connection, Collection<String> keys) throws SQLException {
    Set<String> taken = askedElsewhere(connection, keys);
    try (PreparedStatement answered = connection.prepareStatement(ANSWERED)) {
      for (String key : keys) {
        answered.setString(1, key);
        try (ResultSet rows = answered.executeQuery()) {
          if (rows.next()) {
            taken.add(key);
          }
        }
      }
    }
    return taken;
  }

  /** Those of these questions that other sessions are asking. */
  Set<String> askedElsewhere(Connection connection, Collection<String> keys) throws SQLException {
    Set<String> asked = new LinkedHashSet<>();
    try (PreparedStatement owner = connection.prepareStatement(OWNER)) {
      owner.setString(2, sessions.own());
      for (String key : keys) {
        owner.setString(1, key);
        try (ResultSet rows = owner.executeQuery()) {
          if (rows.next() && sessions.lasts(rows)) {
            asked.add(key);
          }
        }
      }
    }
    return asked;
  }

  /** Takes questions for a call, from whoever had them. */
  void claim(Connection connection, BegunCall begun) throws SQLException {
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(2, begun.call().id());
      for (String key : begun.keys()) {
        claim.setString(1, key);
        claim.executeUpdate();
      }
    }
  }

  /** Gives up what calls have taken. */
  void release(Connection connection, Collection<String> calls) throws SQLException {
    try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
      for (String call : calls) {
        release.setString(1, call);
        release.executeUpdate();
      }
    }
  }
}
