package dagscribe.cache;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one connection of a process that writes to a {@link SqliteFile}: one transaction at a time,
 * each of them whole or not at all.
 */
final class SqliteWriter implements AutoCloseable {

  /** What is done in one transaction. */
  interface Work {
    void run(Connection connection) throws SQLException;
  }

  private final Path path;
  private final Connection connection;

  SqliteWriter(Path path) {
    this.path = path;
    this.connection = SqliteFile.connect(path);
  }

  /** Does the work; when it returns the disk has it. */
  void write(Work work) {
    synchronized (connection) {
      try (Statement transaction = connection.createStatement()) {
        write(work, transaction);
      } catch (SQLException e) {
        throw SqliteFile.failure(path, e);
      }
    }
  }

  /** Shrinks the file to what it holds. */
  void giveRoomBack() {
    synchronized (connection) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("VACUUM");
        statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      } catch (SQLException e) {
        throw SqliteFile.failure(path, e);
      }
    }
  }

  private void write(Work work, Statement transaction) throws SQLException {
    // By hand: with auto-commit off, the driver would hold the write lock between two writes.
    transaction.execute("BEGIN IMMEDIATE");
    try {
      work.run(connection);
      transaction.execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollBack(transaction, e);
      throw e;
    }
  }

  // A full disk has rolled back already, and then there is nothing left to roll back.
  private static void rollBack(Statement transaction, Exception cause) {
    try {
      transaction.execute("ROLLBACK");
    } catch (SQLException second) {
      cause.addSuppressed(second);
    }
  }

  @Override
  public void close() {
    try {
      synchronized (connection) {
        connection.close();
      }
    } catch (SQLException e) {
      throw SqliteFile.failure(path, e);
    }
  }
}
