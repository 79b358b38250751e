package dagscribe.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of options, named as {@code @FILE} on the command line: UTF-8, with or without a byte
 * order mark, one {@code --option=value} a line. Blank lines are ignored, and so is everything from
 * a {@code #} on that begins a line or follows a space. A file cannot name another one: what a run
 * does can be read from its command line and the files in it. Relative paths in values are relative
 * to the working directory, as they are on the command line.
 */
final class ArgumentFile {

  private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*");

  private ArgumentFile() {}

  /** Reads the options of a file, in order. */
  static List<Word> read(String file) {
    List<Word> words = new ArrayList<>();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      Word word =
          new Word(COMMENT.matcher(lines.get(i)).replaceFirst("").strip(), file + ":" + (i + 1));
      if (word.isOption()) {
        words.add(word);
      } else if (!word.text().isEmpty()) {
        throw word.refused(
            "'" + Secrets.hide(word.text()) + "' is refused: a line must be --option=value");
      }
    }
    return words;
  }

  private static List<String> lines(String file) {
    try {
      String text = Files.readString(Path.of(FileUri.path("@", file)));
      return text.replaceFirst("^\\uFEFF", "").lines().toList();
    } catch (NoSuchFileException e) {
      throw new UsageException("@" + Secrets.hide(file) + ": there is no such file");
    } catch (IOException | InvalidPathException e) {
      throw new UsageException("@" + Secrets.hide(file) + ": cannot be read as UTF-8 text");
    }
  }
}
