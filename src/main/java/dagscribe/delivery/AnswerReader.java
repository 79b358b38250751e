package dagscribe.delivery;

import dagscribe.cache.CachedInstruction;
import dagscribe.claude.Answer;
import dagscribe.prompt.Pack;
import java.util.Map;

/** Understands the answers to the questions of a pass. A function of its arguments; thread-safe. */
public interface AnswerReader {

  /** What of an answer is kept, by the key of the question; a question without is missing. */
  Map<String, CachedInstruction> read(Pack pack, Answer answer);
}
