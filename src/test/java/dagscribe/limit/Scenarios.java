package dagscribe.limit;

import dagscribe.limit.Scenario.Binding;
import java.util.List;

/** The stories, mild ones first. */
final class Scenarios {
  private Scenarios() {}

  static List<Scenario> all() {
    return List.of(
        steadyRequests(),
        steadyInput(),
        steadyOutput(),
        smallAccount(),
        halved(),
        doubled(),
        storm(),
        overloaded(),
        outage(),
        slow(),
        four(),
        fourAtEnd(),
        burst(),
        slots(),
        headerless(),
        fixed64());
  }

  static Scenario steadyRequests() {
    return new Scenario("steady-requests", "The request limit binds.");
  }

  static Scenario steadyInput() {
    return new Scenario("steady-input", "Long prompts: the input limit binds.")
        .with(
            s -> {
              s.binding = Binding.INPUT;
              s.meanInput = 6_000;
            });
  }

  static Scenario steadyOutput() {
    return new Scenario("steady-output", "Long answers: the output limit binds.")
        .with(
            s -> {
              s.binding = Binding.OUTPUT;
              s.meanOutput = 1_200;
            });
  }

  static Scenario smallAccount() {
    return new Scenario(
            "small-account", "50 requests, 50,000 input and 10,000 output tokens a minute.")
        .with(
            s -> {
              s.binding = Binding.OUTPUT;
              s.requests = 50;
              s.input = 50_000;
              s.output = 10_000;
              s.meanInput = 900;
              s.meanOutput = 400;
            });
  }

  static Scenario halved() {
    return new Scenario("limit-halved", "The limit falls to half at 300 s.")
        .at(300, server -> server.setPerMinute(500, 1_000_000, 200_000));
  }

  static Scenario doubled() {
    return new Scenario("limit-doubled", "The limit doubles at 300 s.")
        .at(300, server -> server.setPerMinute(2_000, 4_000_000, 800_000));
  }

  static Scenario storm() {
    return new Scenario(
            "refusal-storm", "From 300 s to 330 s another user of the account takes all.")
        .at(300, server -> server.requests.take(1500));
  }

  static Scenario overloaded() {
    return new Scenario("overloaded", "From 300 s to 330 s half of all calls are answered 529.")
        .at(300, server -> server.overloadedShare = 0.5)
        .at(330, server -> server.overloadedShare = 0);
  }

  static Scenario outage() {
    return new Scenario("outage", "From 300 s to 360 s nothing answers.")
        .at(300, server -> server.isUp = false)
        .at(360, server -> server.isUp = true);
  }

  static Scenario slow() {
    return new Scenario("slow-server", "From 300 s to 600 s every answer takes five times as long.")
        .at(300, server -> server.slowness = 5)
        .at(600, server -> server.slowness = 1);
  }

  static Scenario four() {
    return new Scenario("four-processes", "Four processes share the account.")
        .with(s -> s.processes = 4);
  }

  static Scenario fourAtEnd() {
    return new Scenario("four-processes-at-end", "Four processes share the account.")
        .with(s -> s.processes = 4)
        .server(s -> s.isLookedAtAtEnd = true);
  }

  static Scenario burst() {
    return new Scenario("one-second-bursts", "600 a minute, enforced as 10 a second.")
        .with(
            s -> {
              s.requests = 600;
              s.burstSeconds = 1;
            });
  }

  static Scenario slots() {
    return new Scenario("slots", "A server with 8 slots, without headers.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.requests = 1e6;
              s.input = 1e9;
              s.output = 1e9;
              s.speedPerMinute = 8 * 60 / (0.8 + 300 / 220.0);
            })
        .server(
            s -> {
              s.sendsHeaders = false;
              s.slots = 8;
            });
  }

  static Scenario headerless() {
    return new Scenario("headerless", "A rate of 300 a minute, bare 429s only.")
        .with(
            s -> {
              s.requests = 300;
            })
        .server(
            s -> {
              s.sendsHeaders = false;
              s.sendsRetryAfter = false;
            });
  }

  static Scenario fixed64() {
    return new Scenario("fixed64", "500 calls, 64 workers, 3 s.")
        .with(
            s -> {
              s.requests = 1000;
              s.seconds = 60;
              s.measuredFrom = 0;
              s.calls = 500;
              s.settings = new LimiterSettings(null, null, null, 64, 512);
            })
        .server(
            s -> {
              s.firstTokenSeconds = 3;
              s.secondsPerToken = 0;
              s.latencySpread = 0;
            });
  }
}
