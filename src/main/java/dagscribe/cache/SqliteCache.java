package dagscribe.cache;

import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * Keeps answers in a {@link SqliteFile}, in the table {@code answers}.
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
  private final PreparedStatement lookup;
  private final SqliteWriter writer;
  private final SqliteCalls calls;
  private boolean isClosed;

  private SqliteCache(Path path, SqliteWriter writer, Connection reader) throws SQLException {
    this.path = path;
    this.reader = reader;
    this.writer = writer;
    lookup = reader.prepareStatement(LOOKUP);
    calls = new SqliteCalls(path, writer, ProcessLease.begin(), InstantSource.system());
  }

  static SqliteCache open(Path path) {
    SqliteWriter writer = new SqliteWriter(path);
    try {
      return new SqliteCache(path, writer, SqliteFile.connect(path));
    } catch (SQLException e) {
      writer.close();
      throw SqliteFile.failure(path, e);
    } catch (RuntimeException e) {
      writer.close();
      throw e;
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
    if (!answers.isEmpty()) {
      writer.write(connection -> insert(connection, answers));
    }
  }

  /** Adds answers to a transaction. */
  static void insert(Connection connection, Map<String, CachedInstruction> answers)
      throws SQLException {
    try (PreparedStatement store = connection.prepareStatement(STORE)) {
      for (Map.Entry<String, CachedInstruction> answer : answers.entrySet()) {
        store.setString(1, answer.getKey());
        store.setString(2, AnswerJson.write(answer.getValue()));
        store.executeUpdate();
      }
    }
  }

  /** Reads the whole file, without comparing it with its index. */
  void check() {
    synchronized (reader) {
      try (Statement statement = reader.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
        String verdict = row.getString(1);
        if (!verdict.equals("ok")) {
          throw SqliteFile.damaged(path);
        }
      } catch (SQLException e) {
        throw SqliteFile.failure(path, e);
      }
    }
  }

  @Override
  public void forEach(BiConsumer<String, CachedInstruction> answers) {
    // A connection of its own, so that what is shown may be looked up or removed meanwhile.
    try (Connection all = SqliteFile.connect(path);
        Statement statement = all.createStatement();
        ResultSet rows = statement.executeQuery("SELECT key, answer FROM answers")) {
      while (rows.next()) {
        String key = rows.getString(1);
        answers.accept(key, AnswerJson.read(rows.getString(2), path + ", key " + key));
      }
    } catch (SQLException e) {
      throw SqliteFile.failure(path, e);
    }
  }

  @Override
  public long remove(Collection<String> keys) {
    AtomicLong removed = new AtomicLong();
    writer.write(
        connection -> {
          try (PreparedStatement remove =
              connection.prepareStatement("DELETE FROM answers WHERE key = ?")) {
            for (String key : keys) {
              remove.setString(1, key);
              removed.addAndGet(remove.executeUpdate());
            }
          }
        });
    if (removed.get() > 0) {
      writer.giveRoomBack();
    }
    return removed.get();
  }

  @Override
  public CallLog calls() {
    return calls;
  }

  @Override
  public synchronized void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    try (writer) {
      calls.close();
      synchronized (reader) {
        reader.close();
      }
    } catch (SQLException e) {
      throw SqliteFile.failure(path, e);
    }
  }
}
