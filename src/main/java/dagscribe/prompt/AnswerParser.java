package dagscribe.prompt;

import java.util.List;
import java.util.Locale;

/**
 * Understands the text of an answer. Whatever the text is, the result accounts for every DAG asked
 * about and no text makes it throw: a server without structured outputs, a refusal and an answer
 * that was cut all give what they give.
 *
 * <p>Results are found wherever they stand in the text ({@link ResultScanner}) and matched by id,
 * blanks around it and letter case aside; the first of several for one DAG wins. If one DAG was
 * asked about and one result came, it is taken whatever its id: there is nothing to mistake it for.
 *
 * <p>The text is as little trusted as the source it was made from: control characters and what
 * nobody sees are dropped, an instruction becomes one line, and one over {@value
 * #MAX_INSTRUCTION_CHARS} characters counts as missing; it is never cut. Stateless.
 */
public final class AnswerParser {

  /**
   * The longest instruction taken: ten times a long one, so that only an answer that runs in
   * circles exceeds it.
   */
  public static final int MAX_INSTRUCTION_CHARS = 8_000;

  private AnswerParser() {}

  /** The instructions in the text of an answer to a pack. */
  public static ParsedAnswer parse(String text, Pack pack) {
    List<ResultScanner.Result> results = ResultScanner.scan(text);
    Tally tally = new Tally();
    for (ResultScanner.Result result : results) {
      String id = result.id().strip().toLowerCase(Locale.ROOT);
      boolean onlyOne = pack.dagCount() == 1 && results.size() == 1;
      String key = onlyOne ? pack.keysById().get("d1") : pack.keysById().get(id);
      tally.count(key, Chars.paragraph(result.instruction()));
    }
    return tally.answer(pack);
  }
}
