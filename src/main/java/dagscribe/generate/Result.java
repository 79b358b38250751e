package dagscribe.generate;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dagscribe.claude.Usage;
import org.jspecify.annotations.Nullable;

/** What asking for one DAG came to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Result.Instruction.class, name = "instruction"),
  @JsonSubTypes.Type(value = Result.Review.class, name = "review"),
  @JsonSubTypes.Type(value = Result.Failure.class, name = "failure"),
  @JsonSubTypes.Type(value = Result.Deferral.class, name = "deferral")
})
public sealed interface Result {

  /**
   * The request that a person would have written.
   *
   * @param pass name of the pass that asked
   * @param text the instruction
   * @param model id of the model that wrote it
   * @param promptVersion version of the prompt it was asked with
   * @param origin where it comes from in this run
   * @param usage this DAG's share of the tokens of the call that brought it, in whichever run
   * @param costUsd price of that usage; null if the model has no known price
   */
  record Instruction(
      String pass,
      String text,
      String model,
      String promptVersion,
      Origin origin,
      Usage usage,
      @Nullable Double costUsd)
      implements Result {

    /** The same for a DAG that asks the same question at the same time, and pays nothing. */
    Instruction shared() {
      return new Instruction(pass, text, model, promptVersion, Origin.SHARED, usage, costUsd);
    }
  }

  /** Where an instruction comes from in a run. */
  enum Origin {
    /** It was asked for and paid. */
    ASKED,
    /** It was read from the cache. */
    CACHED,
    /** An equal question was under way already. */
    SHARED
  }

  /**
   * Something for a person to decide.
   *
   * @param reason why
   * @param message one line that explains it
   * @param pass name of the pass that asked
   * @param text what the model wrote, if anything
   * @param model id of the model
   * @param attempts calls in which this DAG took part
   */
  record Review(
      ReviewReason reason, String message, String pass, String text, String model, int attempts)
      implements Result {}

  /** Why a person must look. */
  enum ReviewReason {
    /** The model declined. */
    REFUSED,
    /** The answer was cut at the limit of output tokens. */
    TRUNCATED
  }

  /**
   * Could not be done.
   *
   * @param kind name of the kind of failure
   * @param message one line that explains it
   * @param attempts calls in which this DAG took part
   */
  record Failure(String kind, String message, int attempts) implements Result {}

  /**
   * Not asked, because the run stopped asking; asking again later may succeed.
   *
   * @param kind name of what stopped the run
   * @param message one line that explains it
   */
  record Deferral(String kind, String message) implements Result {}
}
