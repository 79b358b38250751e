package dagscribe.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/** A line of an input file, as output lines name it. */
record Place(String file, long line) implements Comparable<Place> {

  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::file).thenComparing(Place::line);

  static Place of(JsonNode outputLine) {
    JsonNode source = outputLine.path("source");
    return new Place(source.path("file").asText(), source.path("line").asLong());
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
