package dagscribe.steps;

import dagscribe.totals.Destination;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.FileIO;
import org.apache.beam.sdk.transforms.windowing.PaneInfo;

/**
 * Names of the files of lines: {@code PREFIX-SSSSS-of-NNNNN.jsonl}, shard and shards in five ASCII
 * digits or more, and {@code PREFIX-PANE-SSSSS-of-NNNNN.jsonl} where the input has no end. Beam's
 * own naming takes the digits of the locale.
 */
public final class OutputNames {

  /** Begins the names of what is not complete in the output directory, of this program only. */
  public static final String UNFINISHED = ".dagscribe-unfinished-";

  private static final Pattern NAME =
      Pattern.compile(
          Arrays.stream(Destination.values())
                  .map(Destination::prefix)
                  .collect(
                      Collectors.joining("|", "(", ")-([0-9]{1,19}-)?([0-9]{5,9})-of-([0-9]{5,9})"))
              + "\\.jsonl");

  private OutputNames() {}

  /** Names for the files of one destination. */
  static FileIO.Write.FileNaming of(String prefix) {
    return (window, pane, shards, shard, compression) ->
        String.format(Locale.ROOT, "%s%s-%05d-of-%05d.jsonl", prefix, number(pane), shard, shards);
  }

  private static String number(PaneInfo pane) {
    return pane.isFirst() && pane.isLast() ? "" : "-" + pane.getIndex();
  }

  /** Whether a name is one that a run gives to a file of lines, and not merely like one. */
  public static boolean isOne(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches() && Integer.parseInt(parts.group(3)) < Integer.parseInt(parts.group(4));
  }
}
