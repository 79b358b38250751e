package dagscribe.cache;

import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps answers in a {@link SqliteFile}.
 *
 * <p>One connection writes and one reads, each used by one thread at a time; in write-ahead logging
 * neither waits for the other. SQLite has one writer at a time in any case, so more connections
 * would only wait inside it.
 */
final class SqliteCache implements InstructionCache {

  /** Keys of one look-up. One size has one statement, which is compiled once. */
  private static final int LOOKUP_KEYS = 250;

  private static final String LOOKUP =
      "SELECT key, answer FROM answers WHERE key IN ("
          + String.join(",", Collections.nCopies(LOOKUP_KEYS, "?"))
          + ")";

  private static final String STORE = "INSERT OR REPLACE INTO answers (key, answer) VALUES (?, ?)";

  private final Path path;
  private final Connection reader;
  private final Connection writer;
  private final PreparedStatement lookup;
  private final PreparedStatement store;
  private final Statement transaction;

  private SqliteCache(Path path, Connection reader, Connection writer) throws SQLException {
    this.path = path;
    this.reader = reader;
    this.writer = writer;
    lookup = reader.prepareStatement(LOOKUP);
    store = writer.prepareStatement(STORE);
    transaction = writer.createStatement();
  }

  static SqliteCache open(Path path) {
    Connection writer = SqliteFile.connect(path);
    try {
      return new SqliteCache(path, SqliteFile.connect(path), writer);
    } catch (SQLException e) {
      closeAfter(e, writer);
      throw SqliteFile.failure(path, e);
    } catch (RuntimeException e) {
      closeAfter(e, writer);
      throw e;
    }
  }

  private static void closeAfter(Exception failure, Connection connection) {
    try {
      connection.close();
    } catch (SQLException second) {
      failure.addSuppressed(second);
    }
  }

  @Override
  public Map<String, CachedInstruction> find(Collection<String> keys) {
    Map<String, CachedInstruction> found = new HashMap<>();
    synchronized (reader) {
      try {
        for (List<String> some : Lists.partition(List.copyOf(keys), LOOKUP_KEYS)) {
          find(some, found);
        }
      } catch (SQLException e) {
        throw SqliteFile.failure(path, e);
      }
    }
    return found;
  }

  private void find(List<String> keys, Map<String, CachedInstruction> found) throws SQLException {
    for (int i = 0; i < LOOKUP_KEYS; i++) {
      // A key asked twice is found once, so the last one fills what a shorter list leaves open.
      lookup.setString(i + 1, keys.get(Math.min(i, keys.size() - 1)));
    }
    try (ResultSet rows = lookup.executeQuery()) {
      while (rows.next()) {
        String key = rows.getString(1);
        found.put(key, AnswerJson.read(rows.getString(2), path + ", key " + key));
      }
    }
  }

  @Override
  public void store(Map<String, CachedInstruction> answers) {
    if (answers.isEmpty()) {
      return;
    }
    synchronized (writer) {
      try {
        insert(answers);
      } catch (SQLException e) {
        throw rolledBack(e);
      }
    }
  }

  private void insert(Map<String, CachedInstruction> answers) throws SQLException {
    // By hand: with auto-commit off, the driver would hold the write lock between two stores.
    transaction.execute("BEGIN IMMEDIATE");
    for (Map.Entry<String, CachedInstruction> answer : answers.entrySet()) {
      store.setString(1, answer.getKey());
      store.setString(2, AnswerJson.write(answer.getValue()));
      store.addBatch();
    }
    store.executeBatch();
    transaction.execute("COMMIT");
  }

  private CacheException rolledBack(SQLException e) {
    try {
      store.clearBatch();
      transaction.execute("ROLLBACK");
    } catch (SQLException second) {
      e.addSuppressed(second);
    }
    return SqliteFile.failure(path, e);
  }

  @Override
  public void close() {
    try {
      synchronized (reader) {
        reader.close();
      }
      synchronized (writer) {
        writer.close();
      }
    } catch (SQLException e) {
      throw SqliteFile.failure(path, e);
    }
  }
}
