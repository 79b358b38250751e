package dagscribe.cache;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteCallsTest extends CallLogContract {

  @TempDir Path folder;

  @Override
  InstructionCache open() {
    return InstructionCaches.open("sqlite:" + folder.resolve("answers.sqlite"));
  }

  @Test
  void fileWithoutALog_getsOne() throws Exception {
    open().close();
    execute("DROP TABLE calls");
    execute("DROP TABLE claims");
    execute("DROP TABLE sessions");
    OpenCall call = new OpenCall("c", "m", 1, List.of("dag"));
    try (InstructionCache cache = open()) {
      cache.calls().record(begun(call), List.of());
    }
    try (InstructionCache cache = open()) {
      assertThat(cache.calls().inDoubt(), is(List.of(call)));
    }
  }

  @Test
  void processThatIsGone_leavesItsCallsInDoubt() throws Exception {
    OpenCall call = new OpenCall("c", "m", 1, List.of("dag"));
    try (InstructionCache cache = open();
        InstructionCache other = open()) {
      other.calls().record(begun(call), List.of());
      assertThat(cache.calls().inDoubt(), is(empty()));
      execute("UPDATE sessions SET started = started - 3600000");
      assertThat("of the same number, but started later", cache.calls().inDoubt().size(), is(1));
    }
  }

  @Test
  void processElsewhere_lastsWhileItGivesSignsOfLife() throws Exception {
    OpenCall call = new OpenCall("c", "m", 1, List.of("dag"));
    try (InstructionCache cache = open();
        InstructionCache other = open()) {
      other.calls().record(begun(call), List.of());
      execute("UPDATE sessions SET host = 'elsewhere', pid = 1, started = 0");
      assertThat(cache.calls().inDoubt(), is(empty()));
      execute("UPDATE sessions SET seen = seen - " + ProcessLease.PATIENCE.toMillis());
      assertThat(cache.calls().inDoubt(), is(List.of(call)));
      other.calls().end("c", Map.of());
      assertThat("a late answer is struck out too", cache.calls().inDoubt(), is(empty()));
    }
  }

  private void execute(String sql) throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("answers.sqlite");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
