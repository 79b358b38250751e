package dagscribe.claude;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dagscribe.claude.ModelCatalogue.Accepts;
import dagscribe.claude.ModelCatalogue.Cost;
import dagscribe.claude.ModelCatalogue.Family;
import dagscribe.claude.ModelCatalogue.Model;
import dagscribe.claude.ModelCatalogue.Retired;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The file is what the types cannot say: complete, in range, and free of contradictions. */
class ModelCatalogueTest {

  private static final ModelCatalogue SHIPPED = ModelCatalogue.shipped();

  @Test
  void ids_areThereOnceAndNotRetired() {
    List<String> ids = SHIPPED.models().stream().map(Model::id).toList();
    assertThat(ids, is(not(empty())));
    assertThat(ids.size(), is(new HashSet<>(ids).size()));
    for (String id : ids) {
      assertThat(id, SHIPPED.successorOfRetired(id).isEmpty(), is(true));
    }
  }

  @Test
  void successors_areModelsWhoseSettingsAreKnown() {
    for (Retired retired : SHIPPED.retired()) {
      assertThat(retired.toString(), (retired.id() == null) != (retired.prefix() == null));
      assertThat(retired.successor(), Models.facts(retired.successor()).isPresent());
    }
  }

  @Test
  void prices_areThoseOfACacheThatIsDearToWriteAndCheapToRead() {
    List<Cost> costs =
        SHIPPED.models().stream().map(Model::price).filter(Objects::nonNull).toList();
    assertThat(costs, is(not(empty())));
    for (Cost cost : costs) {
      assertThat(cost.toString(), cost.output() > cost.input());
      assertThat(cost.toString(), cost.cacheWrite() > cost.input());
      assertThat(cost.toString(), cost.cacheRead() > 0 && cost.cacheRead() < cost.input());
      assertThat(cost.longPrompt() == null || cost.longPrompt().factor() > 1, is(true));
    }
  }

  @Test
  void settings_areInRange() {
    List<Accepts> all =
        SHIPPED.models().stream().map(Model::accepts).filter(Objects::nonNull).toList();
    assertThat(all, is(not(empty())));
    for (Accepts accepts : all) {
      assertThat(accepts.minCacheTokens(), greaterThan(0));
      assertThat(accepts.maxOutputTokens(), greaterThan(0));
      assertThat(accepts.contextTokens(), greaterThan(accepts.maxOutputTokens()));
      assertThat(accepts.thinking(), is(not(empty())));
      assertThat(accepts.efforts().containsAll(accepts.effortsWithoutThinking()), is(true));
    }
  }

  @Test
  void families_endWithOneThatFitsAll() {
    List<Family> families = SHIPPED.families();
    assertThat(families.get(families.size() - 1).prefix(), is(""));
    families.subList(0, families.size() - 1).forEach(f -> assertThat(f.prefix(), not(is(""))));
    assertThat(
        families.stream().map(Family::millisPerOutputToken).toList(), everyItem(greaterThan(0.0)));
  }

  @Test
  void wording_isLowerCaseAsItIsComparedWith() {
    for (List<String> phrases :
        List.of(SHIPPED.wording().spendLimit(), SHIPPED.wording().tooLong())) {
      assertThat(phrases, is(not(empty())));
      phrases.forEach(phrase -> assertThat(phrase, is(phrase.toLowerCase(Locale.ROOT))));
    }
  }
}
