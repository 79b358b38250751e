package dagscribe.runner;

import dagscribe.cache.InstructionCache;
import dagscribe.cache.InstructionCaches;
import dagscribe.source.airflow.SourceReader;
import dagscribe.testing.process.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a job uses lets go of the job's classes, or a Flink worker, which loads them for each job,
 * would run out of memory for classes.
 */
class UnloadTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Uses the cache with a native library. */
  public static final class Cache implements Runnable {
    @Override
    public void run() {
      try {
        Path file = Files.createTempFile("unload", ".sqlite");
        Files.delete(file);
        try (InstructionCache cache = InstructionCaches.open("sqlite:" + file)) {
          cache.find(List.of("key"));
        }
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Uses the parser with a native library. */
  public static final class Facts implements Runnable {
    @Override
    public void run() {
      try (SourceReader reader = new SourceReader()) {
        reader.facts("dag = DAG('a')");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {Cache.class, Facts.class})
  void classesOfAJob_canGo(Class<?> use) throws Exception {
    WeakReference<ClassLoader> loader = runInOneOfItsOwn(use.getName());
    Await.until(
        PATIENCE,
        "the classes are unloaded",
        () -> {
          System.gc();
          return loader.get() == null;
        });
  }

  private static WeakReference<ClassLoader> runInOneOfItsOwn(String name) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Object use = loader.loadClass(name).getConstructor().newInstance();
      ((Runnable) use).run();
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(UnloadTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
