package dagscribe.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Licences as records state them, and as the Hugging Face Hub calls them. */
final class Licences {

  /** Ids of the Hub that code is published under, and the Hub's word for no statement. */
  private static final Set<String> KNOWN =
      Set.of(
          "unknown",
          "apache-2.0",
          "mit",
          "bsd",
          "bsd-2-clause",
          "bsd-3-clause",
          "isc",
          "mpl-2.0",
          "gpl",
          "gpl-2.0",
          "gpl-3.0",
          "lgpl",
          "lgpl-2.1",
          "lgpl-3.0",
          "agpl-3.0",
          "epl-1.0",
          "epl-2.0",
          "eupl-1.1",
          "eupl-1.2",
          "unlicense",
          "wtfpl",
          "zlib",
          "bsl-1.0",
          "ms-pl",
          "postgresql",
          "ncsa",
          "artistic-2.0",
          "osl-3.0",
          "ecl-2.0",
          "afl-3.0",
          "cc0-1.0",
          "cc-by-3.0",
          "cc-by-4.0",
          "cc-by-sa-3.0",
          "cc-by-sa-4.0",
          "cc-by-nc-4.0",
          "cc-by-nc-sa-4.0",
          "cc-by-nd-4.0",
          "cc-by-nc-nd-4.0");

  private Licences() {}

  /** The Hub's ids of these licences, sorted; {@code other} for those it has none for. */
  static List<String> ids(Collection<String> stated) {
    List<String> ids = stated.stream().map(Licences::id).distinct().sorted().toList();
    return ids.isEmpty() ? List.of("unknown") : ids;
  }

  // SPDX tells "or later" and "only" apart, the Hub does not.
  private static String id(String stated) {
    String id = stated.toLowerCase(Locale.ROOT).strip().replaceFirst("(-only|-or-later|\\+)$", "");
    return KNOWN.contains(id) ? id : "other";
  }
}
