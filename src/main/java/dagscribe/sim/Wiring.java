package dagscribe.sim;

import dagscribe.source.airflow.DagFacts;
import java.time.InstantSource;
import java.util.function.Function;

/** Puts the parts of a server together. */
final class Wiring {

  private Wiring() {}

  static Router router(
      SimSettings settings,
      Function<String, DagFacts> facts,
      SimState state,
      Delays delays,
      InstantSource clock) {
    RequestChecks checks =
        new RequestChecks(
            new Credentials(settings.acceptedKey()),
            new ModelCatalogue(settings.selfHosted()),
            settings.charsPerToken());
    return new Router(
        messages(settings, facts, state, delays, clock, checks),
        new ControlEndpoint(state),
        settings.selfHosted());
  }

  private static MessagesEndpoint messages(
      SimSettings settings,
      Function<String, DagFacts> facts,
      SimState state,
      Delays delays,
      InstantSource clock,
      RequestChecks checks) {
    LimitNotice notice = new LimitNotice(state.limits(), clock, settings.selfHosted());
    Delivery delivery = new Delivery(state.journal());
    TextWriter writer = new TextWriter(new InstructionWriter(facts));
    Composer composer = new Composer(writer, settings.charsPerToken());
    return new MessagesEndpoint(
        checks,
        state,
        notice,
        new FaultReplies(state, notice, delivery, delays),
        new Answering(settings, state, composer, notice, delays, delivery, clock),
        delivery,
        clock,
        settings.seed());
  }
}
