package dagscribe.limit;

import dagscribe.limit.SimulatedServer.Call;
import dagscribe.limit.SimulatedServer.Status;

/** What happened in each second of a scenario. */
final class Tally {
  private final VirtualTime time;
  private final double[] sent;
  private final double[] served;
  private final double[] input;
  private final double[] output;
  private final double[] refused;
  private final double[] failed;
  private double lastServedSeconds;

  Tally(VirtualTime time, int seconds) {
    this.time = time;
    this.sent = new double[seconds];
    this.served = new double[seconds];
    this.input = new double[seconds];
    this.output = new double[seconds];
    this.refused = new double[seconds];
    this.failed = new double[seconds];
  }

  void sent() {
    add(sent, 1);
  }

  void ended(Status status, Call call) {
    switch (status) {
      case OK -> {
        add(served, 1);
        add(input, call.inputTokens());
        add(output, call.outputTokens());
        lastServedSeconds = time.seconds();
      }
      case RATE_LIMITED -> add(refused, 1);
      default -> add(failed, 1);
    }
  }

  double served(int from, int to) {
    return sum(served, from, to);
  }

  double input(int from, int to) {
    return sum(input, from, to);
  }

  double output(int from, int to) {
    return sum(output, from, to);
  }

  double refused(int from, int to) {
    return sum(refused, from, to);
  }

  double failed(int from, int to) {
    return sum(failed, from, to);
  }

  double sent(int from, int to) {
    return sum(sent, from, to);
  }

  double lastServedSeconds() {
    return lastServedSeconds;
  }

  private void add(double[] counts, double value) {
    int second = (int) time.seconds();
    if (second < counts.length) {
      counts[second] += value;
    }
  }

  private static double sum(double[] counts, int from, int to) {
    double sum = 0;
    for (int second = from; second < Math.min(to, counts.length); second++) {
      sum += counts[second];
    }
    return sum;
  }
}
