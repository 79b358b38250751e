package dagscribe.input;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Files of this machine that a pattern matches and whose names do not survive as text: under a
 * locale without UTF-8 those with other than ASCII letters, under any those that are not UTF-8.
 * Java lists them with replacement characters and cannot open them by that name, so that whoever
 * looks only for what can be opened passes them over in silence.
 */
final class UnnameableFiles extends SimpleFileVisitor<Path> {

  private final PathMatcher matcher;
  private final List<Path> found = new ArrayList<>();

  private UnnameableFiles(PathMatcher matcher) {
    this.matcher = matcher;
  }

  /**
   * Looks where the pattern looks, and no deeper.
   *
   * @throws UnreadableInputException naming such files
   */
  static void refuse(String pattern) throws UnreadableInputException {
    int wildcard = LocalFiles.firstWildcard(pattern);
    if (wildcard < 0 || !LocalFiles.mayMatch(pattern) || LocalFiles.isElsewhere(pattern)) {
      return;
    }
    int slash = pattern.lastIndexOf('/', wildcard);
    Path start = Path.of(pattern.substring(0, slash + 1)).toAbsolutePath();
    String rest = pattern.substring(slash + 1);
    PathMatcher matcher =
        FileSystems.getDefault().getPathMatcher("glob:" + start.resolve("") + "/" + rest);
    UnnameableFiles visitor = new UnnameableFiles(matcher);
    try {
      Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth(rest), visitor);
    } catch (IOException e) {
      throw new UnreadableInputException("--input=" + pattern + ": " + e.getMessage());
    }
    if (!visitor.found.isEmpty()) {
      throw new UnreadableInputException(
          "--input=" + pattern + ": " + refusal(visitor.found, FileNameEncoding.ofProcess()));
    }
  }

  private static int depth(String pattern) {
    return pattern.contains("**")
        ? Integer.MAX_VALUE
        : 1 + (int) pattern.chars().filter(c -> c == '/').count();
  }

  private static String refusal(List<Path> files, FileNameEncoding encoding) {
    List<String> names = files.stream().map(file -> file.toUri().toString()).sorted().toList();
    String why =
        encoding.canName("\u00ef\u4e2d") ? "the name is not UTF-8: rename it" : encoding.remedy();
    return FileList.of(names) + " cannot be opened: " + why;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!attributes.isDirectory() && matcher.matches(file) && !survives(file)) {
      found.add(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What cannot be looked into is left to the match itself. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  private static boolean survives(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
