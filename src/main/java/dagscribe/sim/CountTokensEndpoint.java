package dagscribe.sim;

import java.io.IOException;

/** {@code POST /v1/messages/count_tokens}: free, and outside of the limits of messages. */
final class CountTokensEndpoint implements Endpoint {

  private final RequestChecks checks;
  private final double charsPerToken;

  CountTokensEndpoint(RequestChecks checks, double charsPerToken) {
    this.checks = checks;
    this.charsPerToken = charsPerToken;
  }

  @Override
  public void handle(HttpCall http) throws IOException {
    Checked checked = checks.check(http, true);
    if (checked instanceof Checked.Invalid invalid) {
      http.reply(Reply.error(invalid.error(), http.requestId()));
    } else if (checked instanceof Checked.Valid valid) {
      long tokens = valid.call().promptTokens(charsPerToken);
      http.reply(Reply.json(200, Json.object().put("input_tokens", tokens)));
    }
  }
}
