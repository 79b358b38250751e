package dagscribe.sim;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code POST /v1/messages}: checks a call, lets it in or not, and hands it to its fault or its
 * answer.
 */
final class MessagesEndpoint implements Endpoint {

  private final RequestChecks checks;
  private final SimState state;
  private final LimitNotice notice;
  private final FaultReplies faultReplies;
  private final Answering answering;
  private final Delivery delivery;
  private final InstantSource clock;
  private final long seed;

  MessagesEndpoint(
      RequestChecks checks,
      SimState state,
      LimitNotice notice,
      FaultReplies faultReplies,
      Answering answering,
      Delivery delivery,
      InstantSource clock,
      long seed) {
    this.checks = checks;
    this.state = state;
    this.notice = notice;
    this.faultReplies = faultReplies;
    this.answering = answering;
    this.delivery = delivery;
    this.clock = clock;
    this.seed = seed;
  }

  @Override
  public void handle(HttpCall http) {
    state.journal().arrived();
    delivery.guard(http, () -> receive(http));
  }

  private void receive(HttpCall http) {
    try {
      Checked checked = checks.check(http);
      if (checked instanceof Checked.Invalid invalid) {
        delivery.error(http, invalid.error());
      } else if (checked instanceof Checked.Valid valid) {
        admit(http, valid.call());
      }
    } catch (IOException e) { // while the body was read: the client is gone
      delivery.close(http);
    }
  }

  private void admit(HttpCall http, MessageCall call) {
    PromptCache.Use use = state.promptCache().look(call, clock.instant());
    long inputTokens = use.input().countedInput();
    ModelLimits limits = state.limits().of(call.model());
    Optional<ModelLimits.Refused> refused = limits.admit(inputTokens);
    if (refused.isPresent()) {
      state.journal().limited(call.model());
      delivery.reply(http, notice.refusal(http, call.model(), refused.get()));
      return;
    }
    state.journal().admitted(call.model(), inputTokens);
    serve(http, call, use);
  }

  private void serve(HttpCall http, MessageCall call, PromptCache.Use use) {
    long attempt = state.nextAttempt(call.contentHash());
    Optional<FaultKind> fault =
        state
            .faults()
            .meet(
                state.nextCall(),
                Dice.of(seed, call.contentHash()),
                Dice.of(seed, call.contentHash(), attempt));
    fault.ifPresent(state.journal()::met);
    boolean answered = fault.isPresent() && faultReplies.reply(http, call, fault.get());
    if (!answered) {
      answering.answer(http, new Answering.Job(call, use, fault, attempt));
    }
  }
}
