package dagscribe.totals;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The output, as it was to be written and as it was.
 *
 * @param destinations what went to each
 * @param fileNames names of the files written
 * @param licences instruction lines by licence
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record OutputTotals(
    Map<Destination, DestinationTotals> destinations, Set<String> fileNames, LicenceTotals licences)
    implements Serializable {

  /** Nothing. */
  public static final OutputTotals NONE = new OutputTotals();

  public OutputTotals {
    destinations = Sums.parts(destinations, DestinationTotals.NONE::equals);
    fileNames = ImmutableSortedSet.copyOf(Objects.requireNonNullElse(fileNames, Set.of()));
    licences = Objects.requireNonNullElse(licences, LicenceTotals.NONE);
  }

  /** Nothing, which is also what the coder leaves out. */
  public OutputTotals() {
    this(Map.of(), Set.of(), LicenceTotals.NONE);
  }

  /** A line sent to a destination for a reason. */
  public static OutputTotals sent(Destination destination, String reason) {
    return new OutputTotals(
        Map.of(destination, new DestinationTotals(0, 0, Map.of(reason, 1L))),
        Set.of(),
        LicenceTotals.NONE);
  }

  /** A file of a destination, with its lines; some runs name no files. */
  public static OutputTotals written(
      Destination destination, long lines, Optional<String> fileName) {
    return new OutputTotals(
        Map.of(destination, new DestinationTotals(lines, 1, Map.of())),
        fileName.map(Set::of).orElse(Set.of()),
        LicenceTotals.NONE);
  }

  /** An instruction line by the licence of its record. */
  public static OutputTotals licensed(String licence) {
    return new OutputTotals(Map.of(), Set.of(), LicenceTotals.of(licence));
  }

  /** What went to one destination. */
  public DestinationTotals at(Destination destination) {
    return destinations.getOrDefault(destination, DestinationTotals.NONE);
  }

  /** Both together. */
  public OutputTotals plus(OutputTotals other) {
    return new OutputTotals(
        Sums.plus(destinations, other.destinations, DestinationTotals::plus),
        Sets.union(fileNames, other.fileNames),
        licences.plus(other.licences));
  }
}
