package dagscribe.cache;

import static dagscribe.cache.Answers.answer;
import static dagscribe.cache.Answers.answers;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCacheTest extends InstructionCacheContract {

  @TempDir Path folder;

  @Override
  InstructionCache open() {
    return open("answers.sqlite");
  }

  private InstructionCache open(String name) {
    return InstructionCaches.open("sqlite:" + folder.resolve(name));
  }

  @Test
  void reopened_hasWhatWasStored() {
    try (InstructionCache first = open("a/b/new.sqlite")) {
      first.store(answers("k", 0, 10));
    }
    try (InstructionCache second = open("a/b/new.sqlite")) {
      assertThat(second.find(answers("k", 0, 10).keySet()), is(answers("k", 0, 10)));
    }
  }

  @Test
  void file_isReadableByOthers() throws Exception {
    try (InstructionCache cache = open("plain.sqlite")) {
      cache.store(Map.of("k", answer("Do")));
    }
    try (Connection other = DriverManager.getConnection(jdbc("plain.sqlite"));
        Statement statement = other.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT key, answer ->> 'instruction' FROM answers")) {
      assertThat(row.getString(1), is("k"));
      assertThat(row.getString(2), is("Do"));
    }
  }

  @Test
  void commits_areFlushedToTheDisk() throws Exception {
    try (InstructionCache cache = open("flushed.sqlite");
        Connection connection = SqliteFile.connect(folder.resolve("flushed.sqlite"))) {
      cache.store(Map.of("k", answer("Do")));

      assertThat(pragma(connection, "journal_mode"), is("wal"));
      assertThat(pragma(connection, "synchronous"), is("2"));
    }
  }

  @Test
  void severalAtOnce_layOutOneNewFile() throws Exception {
    for (int round = 0; round < 10; round++) {
      String name = "race-" + round + ".sqlite";
      CyclicBarrier start = new CyclicBarrier(6);
      ExecutorService threads = Executors.newFixedThreadPool(6);
      List<Future<?>> openers = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        String key = "k" + i;
        openers.add(threads.submit(() -> storeTogether(start, name, key)));
      }
      for (Future<?> opener : openers) {
        opener.get();
      }
      threads.shutdown();
      try (InstructionCache cache = open(name)) {
        assertThat(cache.find(answers("k", 0, 6).keySet()).size(), is(6));
      }
    }
  }

  private Void storeTogether(CyclicBarrier start, String name, String key) throws Exception {
    start.await();
    try (InstructionCache cache = open(name)) {
      cache.store(Map.of(key, answer("Do")));
    }
    return null;
  }

  @Test
  void fileThatIsNoDatabase_isRefusedWithPathAndRemedyAndStays() throws Exception {
    Path file = Files.writeString(folder.resolve("text.sqlite"), "not a database, ".repeat(100));

    assertRefused("text.sqlite", "is damaged or no SQLite database", "move or delete it");
    assertThat(Files.readString(file), is("not a database, ".repeat(100)));
  }

  @Test
  void databaseOfSomethingElse_isRefusedUntouched() throws Exception {
    execute("other.sqlite", "CREATE TABLE shopping (item TEXT)");
    byte[] before = Files.readAllBytes(folder.resolve("other.sqlite"));

    assertRefused("other.sqlite", "is a database of something else", "--cache=sqlite:PATH");
    assertThat(Files.readAllBytes(folder.resolve("other.sqlite")), is(before));
  }

  @Test
  void databaseWithALaterLayout_isRefused() throws Exception {
    open("later.sqlite").close();
    execute("later.sqlite", "PRAGMA user_version=9");

    assertRefused("later.sqlite", "has layout 9 where this version knows 1", "move or delete it");
  }

  @Test
  void damagedFile_isRefusedWhenItIsRead() throws Exception {
    try (InstructionCache cache = open("torn.sqlite")) {
      cache.store(answers("k", 0, 2_000));
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("torn.sqlite"));
    Arrays.fill(bytes, 4_096, bytes.length, (byte) 0x5A);
    Files.write(folder.resolve("torn.sqlite"), bytes);

    try (InstructionCache cache = open("torn.sqlite")) {
      CacheException refused =
          assertThrows(CacheException.class, () -> cache.find(answers("k", 0, 2_000).keySet()));

      assertThat(
          refused.getMessage(),
          allOf(containsString("torn.sqlite"), containsString("move or delete it")));
    }
  }

  @Test
  void foreignValue_isRefusedWithItsKey() throws Exception {
    try (InstructionCache cache = open("mixed.sqlite")) {
      execute("mixed.sqlite", "INSERT INTO answers VALUES ('k1', 'nonsense')");

      CacheException refused = assertThrows(CacheException.class, () -> cache.find(List.of("k1")));

      assertThat(refused.getMessage(), containsString("mixed.sqlite, key k1"));
    }
  }

  @Test
  void pathThatIsAFolder_isRefusedWithItsPath() throws Exception {
    Files.createDirectory(folder.resolve("taken"));

    assertRefused("taken", "cannot use the cache", "taken");
  }

  @Test
  void folderThatCannotBeMade_isRefusedWithThePath() throws Exception {
    Files.writeString(folder.resolve("file"), "");

    assertRefused("file/answers.sqlite", "cannot make the folder", "file/answers.sqlite");
  }

  /** No one, not even the superuser, can make a file in this folder of the system. */
  @Test
  void folderThatCannotBeWritten_isRefusedWithThePath() {
    CacheException refused =
        assertThrows(
            CacheException.class, () -> InstructionCaches.open("sqlite:/proc/answers.sqlite"));

    assertThat(refused.getMessage(), containsString("/proc/answers.sqlite"));
  }

  @Test
  void closedCache_saysSo() {
    InstructionCache cache = open("closed.sqlite");
    cache.close();

    assertThrows(CacheException.class, () -> cache.find(List.of("k")));
    assertThrows(CacheException.class, () -> cache.store(Map.of("k", answer("Do"))));
  }

  private void assertRefused(String name, String why, String remedy) {
    CacheException refused = assertThrows(CacheException.class, () -> open(name));

    assertThat(
        refused.getMessage(),
        allOf(
            containsString(folder.resolve(name).toString()),
            containsString(why),
            containsString(remedy)));
  }

  private void execute(String name, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(jdbc(name));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String jdbc(String name) {
    return "jdbc:sqlite:" + folder.resolve(name);
  }

  private static String pragma(Connection connection, String name) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + name)) {
      return row.getString(1);
    }
  }
}
