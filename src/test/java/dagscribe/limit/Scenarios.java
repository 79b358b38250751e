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
        sixtyFourWorkers(),
        halved(),
        doubled(),
        storm(),
        overloaded(),
        outage(),
        slow(),
        fourProcesses("four-processes", false),
        fourProcesses("four-processes-late-word", true),
        fourSlowProcesses(),
        oneSecondBursts(),
        slots(),
        generousWord(),
        bareRefusals(),
        strayRefusals(),
        straysAndLimit(),
        strayFailures());
  }

  static Scenario steadyRequests() {
    return new Scenario(
        "steady-requests",
        "1,000 requests a minute bind. Nothing is configured; the first answers tell the limits.");
  }

  static Scenario steadyInput() {
    return new Scenario("steady-input", "Long prompts: 2,000,000 input tokens a minute bind.")
        .with(
            s -> {
              s.binding = Binding.INPUT;
              s.meanInput = 6_000;
            });
  }

  static Scenario steadyOutput() {
    return new Scenario("steady-output", "Long answers: 400,000 output tokens a minute bind.")
        .with(
            s -> {
              s.binding = Binding.OUTPUT;
              s.meanOutput = 1_200;
            });
  }

  static Scenario smallAccount() {
    return new Scenario(
            "small-account",
            "50 requests, 50,000 input and 10,000 output tokens a minute; the output binds.")
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

  static Scenario sixtyFourWorkers() {
    return new Scenario(
            "sixty-four-workers",
            "500 calls with 64 workers on a server that takes 3 s: eight waves, 24 s and the network.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.speedPerMinute = 64 * 20;
              s.seconds = 60;
              s.measuredFrom = 0;
              s.calls = 500;
              s.settings = new LimiterSettings(AccountLimits.LEARNED, 64, 512);
            })
        .server(
            server -> {
              server.firstTokenSeconds = 3;
              server.secondsPerToken = 0;
              server.latencySpread = 0;
            });
  }

  static Scenario halved() {
    return new Scenario("limit-halved", "All limits fall to half at 300 s.")
        .with(s -> s.recoversFrom = 300)
        .at(300, server -> server.setPerMinute(500, 1_000_000, 200_000));
  }

  static Scenario doubled() {
    return new Scenario("limit-doubled", "All limits double at 300 s.")
        .with(s -> s.recoversFrom = 300)
        .at(300, server -> server.setPerMinute(2_000, 4_000_000, 800_000));
  }

  static Scenario storm() {
    return new Scenario(
            "refusal-storm",
            "At 300 s another user of the account takes 700 requests at once, more than are left.")
        .with(s -> s.recoversFrom = 300)
        .at(300, server -> server.requests.take(700));
  }

  static Scenario overloaded() {
    return new Scenario("overloaded", "From 300 s to 330 s half of all calls are answered 529.")
        .with(s -> s.recoversFrom = 330)
        .at(300, server -> server.overloadedShare = 0.5)
        .at(330, server -> server.overloadedShare = 0);
  }

  static Scenario outage() {
    return new Scenario("outage", "From 300 s to 360 s every connection is refused.")
        .with(s -> s.recoversFrom = 360)
        .at(300, server -> server.isUp = false)
        .at(360, server -> server.isUp = true);
  }

  static Scenario slow() {
    return new Scenario("slow-server", "From 300 s to 600 s answers take five times as long.")
        .with(s -> s.recoversFrom = 300)
        .at(300, server -> server.slowness = 5)
        .at(600, server -> server.slowness = 1);
  }

  static Scenario fourProcesses(String name, boolean isLate) {
    String when = isLate ? "when it has answered" : "when the call arrives";
    return new Scenario(
            name,
            "Four processes that know nothing of each other; the server looks at what remains "
                + when
                + ".")
        .with(s -> s.processes = 4)
        .server(server -> server.isLookedAtAtEnd = isLate);
  }

  static Scenario fourSlowProcesses() {
    return new Scenario(
            "four-processes-slow-server",
            "Four processes share 300 requests a minute, and a word on what remains is 8 s old.")
        .with(
            s -> {
              s.processes = 4;
              s.requests = 300;
            })
        .server(
            server -> {
              server.firstTokenSeconds = 8;
              server.secondsPerToken = 0;
              server.latencySpread = 0;
            });
  }

  static Scenario oneSecondBursts() {
    return new Scenario("one-second-bursts", "600 requests a minute, enforced as ten a second.")
        .with(
            s -> {
              s.requests = 600;
              s.burstSeconds = 1;
            });
  }

  static Scenario slots() {
    return new Scenario(
            "eight-slots", "A server of one's own: eight slots, a queue, and no word on limits.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.requests = 1e6;
              s.input = 1e9;
              s.output = 1e9;
              s.speedPerMinute = 8 * 60 / (0.8 + 300 / 220.0);
            })
        .server(
            server -> {
              server.sendsHeaders = false;
              server.slots = 8;
              server.latencySpread = 0;
            });
  }

  static Scenario generousWord() {
    return new Scenario(
            "generous-word", "Forty slots and a queue behind headers that promise a hundredfold.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.requests = 1e5;
              s.input = 1e9;
              s.output = 1e9;
              s.speedPerMinute = 40 * 60 / (0.8 + 300 / 220.0);
            })
        .server(
            server -> {
              server.slots = 40;
              server.latencySpread = 0;
            });
  }

  static Scenario bareRefusals() {
    return new Scenario(
            "bare-refusals", "A gateway that grants 300 a minute and says nothing but 429.")
        .with(s -> s.requests = 300)
        .server(
            server -> {
              server.sendsHeaders = false;
              server.sendsRetryAfter = false;
            });
  }

  static Scenario strayRefusals() {
    return new Scenario(
            "stray-refusals",
            "One call in ten is refused, however few there are: 429, a second's wait, and no word on"
                + " limits. What 64 calls in flight could get through is the measure.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.requests = 1e6;
              s.input = 1e9;
              s.output = 1e9;
              s.settings = new LimiterSettings(AccountLimits.LEARNED, 64, 512);
              s.speedPerMinute = 64 * 60 / (0.8 + 300 / 220.0);
            })
        .server(
            server -> {
              server.sendsHeaders = false;
              server.strayShare = 0.1;
            });
  }

  static Scenario straysAndLimit() {
    return new Scenario(
            "strays-and-limit",
            "One call in ten is refused whatever the rate, and all beyond 300 a minute are, without a"
                + " word.")
        .with(s -> s.requests = 300)
        .server(
            server -> {
              server.sendsHeaders = false;
              server.sendsRetryAfter = false;
              server.strayShare = 0.1;
            });
  }

  static Scenario strayFailures() {
    return new Scenario(
            "stray-failures",
            "One call in ten is answered 429 and one in ten 529, however few there are; 400 calls of"
                + " 0.2 s.")
        .with(
            s -> {
              s.binding = Binding.SPEED;
              s.requests = 1e6;
              s.input = 1e9;
              s.output = 1e9;
              s.seconds = 120;
              s.measuredFrom = 0;
              s.calls = 400;
              s.speedPerMinute = 400;
            })
        .server(
            server -> {
              server.sendsHeaders = false;
              server.strayShare = 0.1;
              server.overloadedShare = 0.1;
              server.firstTokenSeconds = 0.2;
              server.secondsPerToken = 0;
              server.latencySpread = 0;
            });
  }
}
