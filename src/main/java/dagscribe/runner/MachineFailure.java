package dagscribe.runner;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the machine lacked among a failure and its causes: native code, memory or disk. A
 * chain begins with the outermost.
 */
final class MachineFailure {

  /** In the words of Linux, macOS and Windows, which Java passes on. */
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded|not enough space on the disk");

  private MachineFailure() {}

  /** What an operator can mend; null if no cause is the machine's. */
  static @Nullable MachineException in(List<Throwable> chain) {
    for (int i = 0; i < chain.size(); i++) {
      if (isFullDisk(chain.get(i))) {
        return fullDisk(chain.get(i), chain.get(Math.max(0, i - 1)));
      }
      if (chain.get(i) instanceof VirtualMachineError error) {
        return MachineException.of(MemoryRemedy.of(error), error);
      }
    }
    return first(chain, LinkageError.class::isInstance).map(MachineFailure::linkage).orElse(null);
  }

  /** What an operator can mend so that native code loads; null if none failed to. */
  static @Nullable MachineException nativeCode(List<Throwable> chain) {
    return first(chain, MachineFailure::isNative).map(MachineFailure::library).orElse(null);
  }

  private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> wanted) {
    return chain.stream().filter(wanted).findFirst();
  }

  private static boolean isFullDisk(Throwable link) {
    return link instanceof IOException && FULL.matcher(text(link)).find();
  }

  // The system says no more than that; what was being written stands around it.
  private static MachineException fullDisk(Throwable full, Throwable around) {
    return MachineException.ofFullDisk(
        "the disk is full ("
            + (text(full).contains("/") ? text(full) : text(around))
            + "): make room, or name another --output, or -Djava.io.tmpdir=DIR in JAVA_OPTS if it is"
            + " that one, and give the same command again; answers in the cache cost nothing then",
        full);
  }

  // Once a library has failed, it is the class that wanted it which is told to be missing.
  private static boolean isNative(Throwable link) {
    return link instanceof UnsatisfiedLinkError
        || (link instanceof Error && text(link).contains("UnsatisfiedLinkError"))
        || link.getClass().getSimpleName().matches("NativeLibraryNotFoundException|SnappyError");
  }

  private static MachineException library(Throwable link) {
    String text = text(link);
    return MachineException.of(
        "a native library cannot be loaded ("
            + text.substring(text.lastIndexOf(": ") + 1).strip()
            + "): set JAVA_OPTS=-Djava.io.tmpdir=DIR, a writable folder where programs may be run;"
            + " it is "
            + System.getProperty("java.io.tmpdir"),
        link);
  }

  private static MachineException linkage(Throwable link) {
    return MachineException.of(
        "a class is missing or of another version ("
            + link.getClass().getSimpleName()
            + ": "
            + text(link)
            + "): build the jar anew, and let no other one stand before it on the class path",
        link);
  }

  private static String text(Throwable link) {
    return String.valueOf(link.getMessage());
  }
}
