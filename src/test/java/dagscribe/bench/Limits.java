package dagscribe.bench;

/** Limits a minute of the simulated server. */
record Limits(long requests, long inputTokens, long outputTokens) {

  Limits times(double factor) {
    return new Limits(
        Math.round(requests * factor),
        Math.round(inputTokens * factor),
        Math.round(outputTokens * factor));
  }

  String[] words(String latency) {
    return new String[] {
      "--simRequestsPerMinute=" + requests,
      "--simInputTokensPerMinute=" + inputTokens,
      "--simOutputTokensPerMinute=" + outputTokens,
      "--simLatency=" + latency
    };
  }

  String json() {
    return String.format(
        "{\"requestsPerMinute\":%d,\"inputTokensPerMinute\":%d,\"outputTokensPerMinute\":%d}",
        requests, inputTokens, outputTokens);
  }
}
