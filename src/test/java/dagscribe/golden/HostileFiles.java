package dagscribe.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.ZstdOutputStream;
import dagscribe.golden.HostileCases.Case;
import dagscribe.golden.HostileCases.Fate;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Files full of hostile lines, and what must become of each of them, by file and line. */
final class HostileFiles {

  private static final int MIB = 1 << 20;
  private static final List<String> BLANKS = List.of("", "   ", "\t \t");

  private final Path folder;
  private final Map<Place, Fate> fates = new TreeMap<>();
  private int number;

  private HostileFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes all files, and gives the fate of every line that is not blank. */
  static Map<Place, Fate> write(Path folder) throws IOException {
    HostileFiles files = new HostileFiles(folder);
    List<Case> all = HostileCases.all();
    int half = all.size() / 2;
    files.write("marked.jsonl", "\uFEFF", "\n", all.subList(0, half));
    files.write("windows.jsonl", "", "\r\n", all.subList(half, all.size()));
    files.write("packed.jsonl.gz", "", "\n", all.subList(half, all.size()));
    files.write("packed.jsonl.zst", "", "\r\n", all.subList(0, half));
    files.write("large.jsonl", "", "\n", List.of(large(5, true), large(17, false), large(1, true)));
    files.writeDuplicates();
    return files.fates;
  }

  static String patterns(Path folder) {
    return folder + "/*.jsonl," + folder + "/packed.jsonl.{gz,zst}";
  }

  private static Case large(int mib, boolean isAsked) {
    Fate fate =
        isAsked
            ? new Fate("instructions", "")
            : new Fate("failed", "is longer than the limit of 16777216");
    return new Case(
        fate,
        n -> {
          String source = HostileCases.source(n) + "# " + "x".repeat(mib * MIB) + "\n";
          return ("{\"content\":\"" + source.replace("\n", "\\n") + "\"}").getBytes(UTF_8);
        });
  }

  /** Equal sources but for trailing space and line ends, which get one answer. */
  private void writeDuplicates() throws IOException {
    String source = HostileCases.source(1_000_000);
    List<Case> cases =
        List.of(
                source,
                source + "\n\n",
                source.replace("\n", "\r\n"),
                source.replace("\n", " \t\n"),
                source.strip())
            .stream()
            .map(text -> "{\"content\":" + HostileCases.quoted(text) + "}")
            .map(line -> new Case(new Fate("instructions", ""), n -> line.getBytes(UTF_8)))
            .toList();
    write("same.jsonl", "", "\n", cases);
  }

  // Blank lines in between, and no line end behind the last line.
  private void write(String name, String mark, String lineEnd, List<Case> cases)
      throws IOException {
    Path file = folder.resolve(name);
    long line = 1;
    try (OutputStream out = open(file)) {
      out.write(mark.getBytes(UTF_8));
      for (Case each : cases) {
        if (line > 1) {
          out.write(lineEnd.getBytes(UTF_8));
        }
        if (line % 10 == 5) {
          out.write((BLANKS.get((int) (line / 10 % 3)) + lineEnd).getBytes(UTF_8));
          line++;
        }
        out.write(each.bytes().apply(number++));
        fates.put(new Place(file.toString(), line), each.fate());
        line++;
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
    String name = file.toString();
    if (name.endsWith(".gz")) {
      return new GZIPOutputStream(out);
    }
    return name.endsWith(".zst") ? new ZstdOutputStream(out) : out;
  }
}
