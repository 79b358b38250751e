package dagscribe.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A file of answers: how it is made, recognised, opened and what its faults mean.
 *
 * <p>Design. Write-ahead logging lets processes read while one writes; it needs a disk of this
 * machine, not a network share. {@code synchronous=FULL} flushes the log at every commit: with
 * {@code NORMAL} a commit survives the death of the process but not a power cut, and answers cost
 * money while a flush costs milliseconds, far less than the call before it. {@code busy_timeout}
 * makes a process wait for another's commit. The table keeps its row ids: keys are random and
 * answers long, so a table ordered by key would rewrite a page for nearly every answer (measured:
 * half the speed in bulk). The file carries an {@code application_id}, so that a database of
 * something else is refused before it is touched, and the version of its layout as {@code
 * user_version}. See sqlite.org/wal.html, sqlite.org/pragma.html and sqlite.org/withoutrowid.html.
 */
final class SqliteFile {

  /** The letters "dgsc". */
  private static final int APPLICATION_ID = 0x64677363;

  private static final int LAYOUT = 1;

  /** Longer than any commit takes, short enough to tell a lock that nobody will release. */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(60);

  /** Tries to switch to the log: each waits for one other that opens the file. */
  private static final int MAX_SWITCHES = 1_000;

  private static final String DAMAGED = "is damaged or no SQLite database";

  private SqliteFile() {}

  /** Opens a connection to the file; makes file and folders if they are not there. */
  static Connection connect(Path path) {
    OwnersFile.make(path);
    try {
      // Not by the driver, which registers itself where it would outlive the job in a Flink worker.
      String url = "jdbc:sqlite:" + path;
      return checked(path, new JDBC4Connection(url, path.toString(), config().toProperties()));
    } catch (SQLException e) {
      throw failure(path, e);
    }
  }

  /** What a fault of the file means, and what to do. */
  static CacheException failure(Path path, SQLException e) {
    SQLiteErrorCode code =
        e instanceof SQLiteException known ? known.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CORRUPT_INDEX, SQLITE_IOERR_SHORT_READ ->
          refused(path, DAMAGED, e);
      case SQLITE_FULL -> new CacheException(path + ": no space left for another answer", e);
      default -> new CacheException("cannot use the cache " + path + ": " + e.getMessage(), e);
    };
  }

  /** What is told of a file that SQLite finds to be damaged. */
  static CacheException damaged(Path path) {
    return refused(path, DAMAGED, null);
  }

  private static CacheException refused(Path path, String why, @Nullable SQLException cause) {
    return new CacheException(
        path + " " + why + "; move or delete it, or name another file with --cache=sqlite:PATH",
        cause);
  }

  private static SQLiteConfig config() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // A transaction takes the write lock at its start, where it can still wait for it.
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    return config;
  }

  private static Connection checked(Path path, Connection connection) throws SQLException {
    try {
      ensureLayout(path, connection);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void ensureLayout(Path path, Connection connection) throws SQLException {
    if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
      create(path, connection);
    }
    int layout = number(connection, "PRAGMA user_version");
    if (layout != LAYOUT) {
      throw refused(path, "has layout " + layout + " where this version knows " + LAYOUT, null);
    }
    useWriteAheadLog(connection);
    addCallLog(connection);
  }

  // Not part of the layout: a version that does not know the log finds its answers all the same.
  private static void addCallLog(Connection connection) throws SQLException {
    String tables =
        "SELECT count(*) FROM sqlite_master WHERE name IN ('sessions', 'calls', 'claims')";
    if (number(connection, tables) == 3) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS sessions (id TEXT PRIMARY KEY, host TEXT NOT NULL,"
              + " pid INTEGER NOT NULL, started INTEGER NOT NULL, seen INTEGER NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS calls (id TEXT PRIMARY KEY, session TEXT NOT NULL,"
              + " call TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE IF NOT EXISTS claims (key TEXT PRIMARY KEY, call TEXT NOT NULL)");
      statement.execute("CREATE INDEX IF NOT EXISTS claims_by_call ON claims (call)");
      statement.execute("COMMIT");
    }
  }

  // The switch to the log fails at once, and does not wait, while another process opens the file; a
  // transaction does wait for it.
  private static void useWriteAheadLog(Connection connection) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
        return;
      } catch (SQLiteException e) {
        if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || attempt == MAX_SWITCHES) {
          throw e;
        }
        waitForOthers(connection);
      }
    }
  }

  private static void waitForOthers(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("ROLLBACK");
    }
  }

  /** Lays out an empty file, in one transaction: of several processes one does it. */
  private static void create(Path path, Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      if (number(connection, "PRAGMA application_id") != APPLICATION_ID) {
        requireEmpty(path, connection);
        statement.execute("CREATE TABLE answers (key TEXT PRIMARY KEY, answer TEXT NOT NULL)");
        statement.execute("PRAGMA application_id=" + APPLICATION_ID);
        statement.execute("PRAGMA user_version=" + LAYOUT);
      }
      connection.commit();
    }
    connection.setAutoCommit(true);
  }

  private static void requireEmpty(Path path, Connection connection) throws SQLException {
    if (number(connection, "SELECT count(*) FROM sqlite_master") > 0
        || number(connection, "PRAGMA user_version") != 0) {
      throw refused(path, "is a database of something else", null);
    }
  }

  private static int number(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return row.getInt(1);
    }
  }
}
