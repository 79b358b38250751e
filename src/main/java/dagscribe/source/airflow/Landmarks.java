package dagscribe.source.airflow;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The places of a source where a word stands that a fact may hang on. Most of a DAG file is strings
 * and plain Python; leaving trees without a landmark alone makes reading facts several times
 * faster, and cannot change them as long as every fact's words are listed here.
 */
final class Landmarks implements Interest {

  private static final String[] WORDS = {
    "Operator",
    "Sensor",
    "DAG",
    "Dag",
    "@",
    ">>",
    "<<",
    "set_upstream",
    "set_downstream",
    "chain",
    "cross_downstream",
    "airflow",
    "task_id",
    "dag_id",
    "schedule",
    "timetable",
    "description",
    "doc_md"
  };

  /** Where a name may be given or renamed that a fact mentions elsewhere. */
  private static final String[] NAMING = {" as ", ";"};

  private final int[] places;

  private Landmarks(int[] places) {
    this.places = places;
  }

  static Landmarks of(String source) {
    return new Landmarks(facts(source).sorted().toArray());
  }

  /** Those and the places where the names may be defined that facts mention. */
  static Landmarks withNames(String source) {
    IntStream naming = IntStream.concat(places(source, NAMING), ModuleNames.places(source));
    Set<String> others = Aliases.of(source);
    if (source.contains("asset")) {
      others.add("name");
    }
    IntStream all = IntStream.concat(naming, places(source, others.toArray(String[]::new)));
    return new Landmarks(IntStream.concat(facts(source), all).sorted().toArray());
  }

  private static IntStream facts(String source) {
    IntStream words = IntStream.concat(places(source, WORDS), places(source, PythonTwo.WORDS));
    return IntStream.concat(words, PythonTwo.integers(source));
  }

  private static IntStream places(String source, String[] words) {
    return Arrays.stream(words).flatMapToInt(word -> places(source, word));
  }

  private static IntStream places(String source, String word) {
    return IntStream.iterate(
        source.indexOf(word), at -> at >= 0, at -> source.indexOf(word, at + word.length()));
  }

  @Override
  public int next(int from) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < places.length ? places[low] : NOTHING;
  }
}
