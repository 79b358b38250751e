package dagscribe.plan;

import dagscribe.input.FileCheck;
import dagscribe.input.InputFile;
import dagscribe.input.InputMatch;
import dagscribe.input.UnreadableInputException;
import dagscribe.options.FilesConfig;
import dagscribe.options.UsageException;
import dagscribe.steps.InputException;
import java.util.List;

/** Looks for the input, and into it, before anything runs. */
public final class InputCheck {

  private InputCheck() {}

  /**
   * The files that the patterns match now, each once.
   *
   * @throws InputException if a pattern matches no file and none is waited for, or files cannot be
   *     read or are no JSONL; all of them are named
   * @throws UsageException if no file system of this name is on the class path
   */
  public static InputFiles files(FilesConfig config) {
    List<String> patterns = config.inputPatterns();
    try {
      List<InputFile> files = InputMatch.files(patterns, config.watch() != null);
      FileCheck.check(files, config.contentField());
      return new InputFiles(files);
    } catch (UnreadableInputException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--input=" + String.join(",", patterns) + ": " + e.getMessage());
    }
  }
}
