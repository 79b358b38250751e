package dagscribe.options;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptionSpecTest {

  static Stream<OptionSpec> ours() {
    return OptionSpec.GROUPS.stream().flatMap(group -> OptionSpec.of(group).stream());
  }

  @Test
  void everyProperty_isDescribed() {
    Set<String> properties =
        OptionSpec.GROUPS.stream()
            .flatMap(group -> Arrays.stream(group.getDeclaredMethods()))
            .map(OptionSpec::nameOf)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    assertThat(ours().map(OptionSpec::name).collect(Collectors.toSet()), is(properties));
  }

  @Test
  void everyGroup_isPartOfTheOptions() {
    assertThat(Set.of(DagscribeOptions.class.getInterfaces()), is(Set.copyOf(OptionSpec.GROUPS)));
  }

  @Test
  void onlyInputAndOutput_areRequired() {
    assertThat(
        ours().filter(OptionSpec::required).map(OptionSpec::name).toList(),
        contains("input", "output"));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void default_isAllowed(OptionSpec spec) {
    assertThat(spec.required() || spec.allowed().accepts(spec.defaultText()), is(true));
  }

  @Test
  void descriptions_fitOnALine() {
    List<Integer> lengths = ours().map(spec -> spec.what().length()).toList();
    assertThat(lengths, everyItem(lessThanOrEqualTo(52)));
  }
}
