package dagscribe.dag;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private final int[] places;

  private Landmarks(int[] places) {
    this.places = places;
  }

  static Landmarks of(String source) {
    IntStream words =
        Stream.of(WORDS, PythonTwo.WORDS)
            .flatMap(Arrays::stream)
            .flatMapToInt(word -> places(source, word));
    return new Landmarks(IntStream.concat(words, PythonTwo.integers(source)).sorted().toArray());
  }

  private static IntStream places(String source, String word) {
    return IntStream.iterate(
        source.indexOf(word), at -> at >= 0, at -> source.indexOf(word, at + word.length()));
  }

  @Override
  public boolean within(int start, int end) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < places.length && places[low] < end;
  }
}
