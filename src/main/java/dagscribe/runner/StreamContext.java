package dagscribe.runner;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The way into Flink's place for the environment of streaming programs. */
@SuppressWarnings("try") // Flink's own close() may be interrupted.
final class StreamContext extends StreamExecutionEnvironment {

  private StreamContext(EmbeddedExecutors executors, Configuration settings) {
    super(executors, settings, StreamContext.class.getClassLoader());
  }

  static void enter(EmbeddedExecutors executors, Configuration settings) {
    initializeContextEnvironment(
        more -> {
          Configuration all = new Configuration(settings);
          all.addAll(more);
          return new StreamContext(executors, all);
        });
  }

  static void leave() {
    resetContextEnvironment();
  }
}
