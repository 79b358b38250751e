package dagscribe.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** One story told to the limiter, and what it made of it. */
final class Scenario {
  /** Which of the account's limits the work runs into. */
  enum Binding {
    REQUESTS,
    INPUT,
    OUTPUT,
    /** None; the server's own speed is the limit. */
    SPEED
  }

  private record Event(int second, Consumer<SimulatedServer> change) {}

  final String name;
  final String story;
  double requests = 1_000;
  double input = 2_000_000;
  double output = 400_000;
  double burstSeconds = 60;
  double meanInput = 1_500;
  double meanOutput = 300;
  long calls = Long.MAX_VALUE;
  int processes = 1;
  int seconds = 900;
  int measuredFrom = 120;
  int recoversFrom = -1;
  Binding binding = Binding.REQUESTS;
  LimiterSettings settings = LimiterSettings.LEARNED;
  double speedPerMinute;
  private final List<Event> events = new ArrayList<>();
  private Consumer<SimulatedServer> setUp = server -> {};

  final VirtualTime time = new VirtualTime();
  final List<SimulatedProcess> running = new ArrayList<>();
  Tally tally;
  private double[] limitPerSecond;

  Scenario(String name, String story) {
    this.name = name;
    this.story = story;
  }

  Scenario with(Consumer<Scenario> change) {
    change.accept(this);
    return this;
  }

  Scenario server(Consumer<SimulatedServer> change) {
    setUp = setUp.andThen(change);
    return this;
  }

  Scenario at(int second, Consumer<SimulatedServer> change) {
    events.add(new Event(second, change));
    return this;
  }

  Scenario run() {
    SimulatedServer server = new SimulatedServer(time, requests, input, output, burstSeconds);
    setUp.accept(server);
    tally = new Tally(time, seconds);
    limitPerSecond = new double[seconds];
    events.forEach(
        event -> time.schedule((double) event.second(), () -> event.change().accept(server)));
    for (int i = 0; i < processes; i++) {
      running.add(new SimulatedProcess(time, server, settings, tally, this, 100 + i));
    }
    running.forEach(SimulatedProcess::start);
    for (int second = 0; second < seconds; second++) {
      time.pass(1);
      limitPerSecond[second] = server.isUp ? limit(server) / 60 : 0;
    }
    return this;
  }

  private double limit(SimulatedServer server) {
    return switch (binding) {
      case REQUESTS -> server.requests.perMinute();
      case INPUT -> server.input.perMinute();
      case OUTPUT -> server.output.perMinute();
      case SPEED -> speedPerMinute;
    };
  }

  /** Units of the binding limit that were used, as a share of what it allowed. */
  double shareUsed(int from, int to) {
    double allowed = 0;
    for (int second = from; second < to; second++) {
      allowed += limitPerSecond[second];
    }
    return allowed == 0 ? 0 : used(from, to) / allowed;
  }

  double shareUsed() {
    return shareUsed(measuredFrom, seconds);
  }

  /** Calls answered 429, as a share of all calls sent, from the very start. */
  double shareRefused() {
    return tally.refused(0, seconds) / tally.sent(0, seconds);
  }

  double shareRefusedWhenSteady() {
    return tally.refused(measuredFrom, seconds) / tally.sent(measuredFrom, seconds);
  }

  /** Seconds after a moment until five seconds together use nine tenths of the limit. */
  int recoverySeconds(int from) {
    for (int second = from; second + 5 <= seconds; second++) {
      if (shareUsed(second, second + 5) >= 0.9) {
        return second - from;
      }
    }
    return seconds;
  }

  double total(ToDoubleFunction<LimiterTotals> what) {
    return running.stream().mapToDouble(each -> what.applyAsDouble(each.limiter().totals())).sum();
  }

  private double used(int from, int to) {
    return switch (binding) {
      case REQUESTS, SPEED -> tally.served(from, to);
      case INPUT -> tally.input(from, to);
      case OUTPUT -> tally.output(from, to);
    };
  }
}
