package dagscribe.sim;

import dagscribe.sim.Latency.Timing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Answers the calls that reach the model: composes, waits, bills, and sends. Thread-safe. */
final class Answering {

  private static final int SLOW_FACTOR = 10;

  private final SimSettings settings;
  private final SimState state;
  private final Composer composer;
  private final LimitNotice notice;
  private final Delays delays;
  private final Delivery delivery;
  private final InstantSource clock;

  Answering(
      SimSettings settings,
      SimState state,
      Composer composer,
      LimitNotice notice,
      Delays delays,
      Delivery delivery,
      InstantSource clock) {
    this.settings = settings;
    this.state = state;
    this.composer = composer;
    this.notice = notice;
    this.delays = delays;
    this.delivery = delivery;
    this.clock = clock;
  }

  /** A call on its way to an answer. */
  record Job(MessageCall call, PromptCache.Use use, Optional<FaultKind> fault, long attempt) {

    boolean meets(FaultKind kind) {
      return fault.equals(Optional.of(kind));
    }

    RandomGenerator dice(long seed) {
      return Dice.of(seed, call.contentHash(), attempt, 1);
    }
  }

  private record Answer(Composition text, BilledTokens bill, List<DagBlock> dags) {}

  /** Starts the answer; it is sent when its time has come. */
  void answer(HttpCall http, Job job) {
    RandomGenerator dice = job.dice(settings.seed());
    List<DagBlock> dags = DagBlock.allOf(job.call().userText());
    Composition text = composer.compose(job.call(), dags, job.fault(), dice);
    BilledTokens bill = job.use().input().withOutput(text.outputTokens(), text.thinkingTokens());
    Timing timing = timing(job, bill, dice);
    state.promptCache().keep(job.use(), clock.instant().plus(timing.firstToken()));
    Answer answer = new Answer(text, bill, dags);
    delays.after(timing.whole(), () -> delivery.guard(http, () -> finish(http, job, answer)));
  }

  private Timing timing(Job job, BilledTokens bill, RandomGenerator dice) {
    Latency.Work work =
        new Latency.Work(
            job.call().model().tokensPerSecond(),
            bill.countedInput(),
            bill.output(),
            state.isNew(job.call().schema()));
    Timing timing = settings.latency().draw(work, dice);
    return job.meets(FaultKind.SLOW) ? timing.times(SLOW_FACTOR) : timing;
  }

  private void finish(HttpCall http, Job job, Answer answer) {
    MessageCall call = job.call();
    state.limits().of(call.model()).produced(answer.bill().output());
    state
        .journal()
        .billed(call, answer.dags(), new Journal.Bill(answer.bill(), answer.text().stop()));
    if (job.meets(FaultKind.LOST)) {
      delivery.close(http);
      return;
    }
    boolean broken = job.meets(FaultKind.BROKEN);
    Reply reply =
        broken
            ? BrokenBodies.pick(job.dice(settings.seed()))
            : Reply.json(200, message(http, call, answer));
    List<DagBlock> delivered = broken ? List.of() : answer.dags();
    // Before it is sent, so that a client that has its answer finds it counted.
    state.journal().delivered(call, delivered);
    if (!delivery.reply(http, notice.withLevels(reply, call.model()))) {
      state.journal().notDelivered(call, delivered);
    }
  }

  private Object message(HttpCall http, MessageCall call, Answer answer) {
    String id = http.requestId().replace("req_", "msg_");
    return MessageBody.of(id, call.model(), answer.text(), answer.bill(), !settings.selfHosted());
  }
}
