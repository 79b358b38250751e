package dagscribe.sim;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Composes the answer to a call: thinks, writes, and stops. Thread-safe if the writer is. */
final class Composer {

  /* A refusal comes after a few words that are not shown but billed. */
  private static final long REFUSAL_TOKENS = 8;
  private static final List<String> REFUSAL_CATEGORIES =
      List.of("frontier_llm", "cyber", "general_harms", "bio", "reasoning_extraction");

  private final TextWriter writer;
  private final double charsPerToken;

  Composer(TextWriter writer, double charsPerToken) {
    this.writer = writer;
    this.charsPerToken = charsPerToken;
  }

  Composition compose(
      MessageCall call, List<DagBlock> dags, Optional<FaultKind> fault, RandomGenerator random) {
    if (call.maxTokens() == 0) {
      return new Composition(null, 0, 0, StopCause.MAX_TOKENS, null);
    }
    if (fault.equals(Optional.of(FaultKind.REFUSAL))) {
      String category = REFUSAL_CATEGORIES.get(random.nextInt(REFUSAL_CATEGORIES.size()));
      long shown = Math.min(REFUSAL_TOKENS, call.maxTokens());
      return new Composition(null, 0, shown, StopCause.REFUSAL, category);
    }
    long thinking = Thinking.tokens(call, random);
    String text = writer.write(call, dags, fault, random);
    if (fault.equals(Optional.of(FaultKind.TRUNCATED))) {
      text = Text.cut(text, text.length() / 2);
      return stop(call, thinking, text, StopCause.MAX_TOKENS);
    }
    return stop(call, thinking, text, StopCause.END_TURN);
  }

  /* max_tokens cuts thinking first, then text. */
  private Composition stop(MessageCall call, long thinking, String text, StopCause cause) {
    long cap = call.maxTokens();
    if (thinking >= cap) {
      return new Composition(null, cap, 0, StopCause.MAX_TOKENS, null);
    }
    long tokens = call.model().tokens(text.length(), charsPerToken);
    if (thinking + tokens <= cap) {
      return new Composition(text, thinking, tokens, cause, null);
    }
    long room = cap - thinking;
    String cut = Text.cut(text, (int) (text.length() * room / tokens));
    return new Composition(cut, thinking, room, StopCause.MAX_TOKENS, null);
  }
}
