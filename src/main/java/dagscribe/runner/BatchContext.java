package dagscribe.runner;

import org.apache.flink.api.java.ExecutionEnvironment;
import org.apache.flink.configuration.Configuration;

/** The way into Flink's place for the environment of batch programs, which is for subclasses. */
@SuppressWarnings("deprecation") // Beam's batch translation is written in it.
final class BatchContext extends ExecutionEnvironment {

  private BatchContext(EmbeddedExecutors executors, Configuration settings) {
    super(executors, settings, BatchContext.class.getClassLoader());
  }

  static void enter(EmbeddedExecutors executors, Configuration settings) {
    initializeContextEnvironment(() -> new BatchContext(executors, settings));
  }

  static void leave() {
    resetContextEnvironment();
  }
}
