package dagscribe.input;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Looks into files before they are used: what each is by its first bytes, and whether a compressed
 * one can be decompressed to its end. A complaint is the file's name and what is wrong with it.
 */
public final class FileCheck {

  private FileCheck() {}

  /**
   * Looks into all files, on all processors, compressed ones of this machine to their end.
   *
   * @param contentField name of the field that holds the source
   * @throws UnreadableInputException naming every file that cannot be used
   */
  public static void check(Collection<InputFile> files, String contentField)
      throws UnreadableInputException {
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<@Nullable String>> answers =
          files.stream().map(file -> threads.submit(() -> complaint(file, contentField))).toList();
      List<String> complaints =
          answers.stream().map(FileCheck::get).filter(Objects::nonNull).toList();
      if (!complaints.isEmpty()) {
        throw UnreadableInputException.of(complaints);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static @Nullable String complaint(InputFile file, String contentField) {
    try (OpenFile open = OpenFile.of(file.name())) {
      String complaint = open.complaint(contentField);
      if (complaint == null && open.isCompressed() && LocalFiles.isLocal(file.resource())) {
        open.text().transferTo(OutputStream.nullOutputStream());
      }
      return complaint == null ? null : of(file.name(), complaint);
    } catch (IOException e) {
      return of(file.name(), e);
    } catch (RuntimeException e) {
      // Decompressors throw these too when data is damaged; the other files are to be told of.
      return of(file.name(), new IOException("it cannot be read: " + e, e));
    }
  }

  /** The complaint that says this of a file. */
  public static String of(String file, String what) {
    return file + ": " + what;
  }

  /** The complaint about a file that cannot be read. */
  public static String of(String file, IOException e) {
    FileNameEncoding encoding = FileNameEncoding.ofProcess();
    String why = encoding.canName(file) ? UnreadableInputException.reason(e) : encoding.remedy();
    return of(file, why);
  }

  private static @Nullable String get(Future<@Nullable String> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking into the input", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a file could not be looked into", e.getCause());
    }
  }
}
