package dagscribe.source.airflow;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.is;

import org.junit.jupiter.api.Test;

class EditedTextTest {

  private final EditedText text = new EditedText("0123456789");

  private void expect(String result) {
    assertThat(text, hasToString(result));
    assertThat(text.length(), is(result.length()));
  }

  @Test
  void edits_areMadeInAnyOrder() {
    text.make(new Edit(6, 8, "-"));
    text.make(new Edit(1, 3, ""));

    expect("0345-89");
  }

  @Test
  void edit_takesThePlaceOfThoseWithinIt() {
    text.make(new Edit(2, 4, ""));
    text.make(new Edit(5, 6, ""));
    text.make(new Edit(2, 8, "-"));

    expect("01-89");
  }

  @Test
  void edit_withinOrAcrossAnotherIsNotMade() {
    text.make(new Edit(2, 6, "-"));
    text.make(new Edit(3, 5, ""));
    text.make(new Edit(5, 9, ""));
    text.make(new Edit(0, 3, ""));

    expect("01-6789");
  }

  @Test
  void edit_thatSavesNothingIsNotMade() {
    text.make(new Edit(0, 2, "ab"));
    text.make(new Edit(2, 6, "-"));
    text.make(new Edit(2, 7, "----"));

    expect("01-6789");
  }
}
