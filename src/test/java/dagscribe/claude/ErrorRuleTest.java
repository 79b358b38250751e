package dagscribe.claude;

import static dagscribe.claude.FailureKind.Effect.FAIL;
import static dagscribe.claude.FailureKind.Effect.REPEAT;
import static dagscribe.claude.FailureKind.Effect.STOP;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dagscribe.limit.DropReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorRuleTest {
  /** Line by line after Anthropic's error reference, then other servers' ways. */
  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, '', 'max_tokens: too large', INVALID_REQUEST",
    "400, invalid_request_error, '', 'You have reached your specified API usage limits. You will"
        + " regain access on 2026-12-01', SPEND_LIMIT",
    "400, invalid_request_error, '', 'You have reached your specified workspace API usage limits',"
        + " SPEND_LIMIT",
    "400, invalid_request_error, '', 'Your credit balance is too low to access the API', SPEND_LIMIT",
    "400, invalid_request_error, '', 'prompt is too long: 1000001 tokens > 1000000', TOO_LARGE",
    "400, invalid_request_error, '', 'model_context_window_exceeded', TOO_LARGE",
    "401, authentication_error, '', 'invalid x-api-key', NOT_AUTHORISED",
    "402, billing_error, linked_organization_unpaid, '', SPEND_LIMIT",
    "403, permission_error, '', '', NOT_AUTHORISED",
    "404, not_found_error, '', 'model: claude-3-haiku-20240307', UNKNOWN_MODEL",
    "408, timeout_error, '', '', TIMEOUT",
    "409, conflict_error, '', '', CONFLICT",
    "413, request_too_large, '', '', TOO_LARGE",
    "422, '', '', '', INVALID_REQUEST",
    "429, rate_limit_error, '', 'This request would exceed your rate limit', RATE_LIMITED",
    "429, rate_limit_error, ramp_limit_exceeded, '', ACCELERATION_LIMITED",
    "429, rate_limit_error, enforced_spend_limit_reached, '', SPEND_LIMIT",
    "429, rate_limit_error, contract_spend_limit_reached, '', SPEND_LIMIT",
    "429, rate_limit_error, '', 'You have reached your API usage limits: your organization has"
        + " crossed its monthly API usage threshold', SPEND_LIMIT",
    "500, api_error, '', '', SERVER_ERROR",
    "502, '', '', '', SERVER_ERROR",
    "503, '', '', '', OVERLOADED",
    "504, timeout_error, '', '', SERVER_ERROR",
    "529, overloaded_error, '', '', OVERLOADED",
    "200, '', '', '', BROKEN_ANSWER",
    "500, overloaded_error, '', '', OVERLOADED",
    "429, '', '', '', RATE_LIMITED",
    "400, '', context_length_exceeded, '', TOO_LARGE",
    "400, '', '', 'This model''s maximum context length is 8192 tokens', TOO_LARGE",
    "499, '', '', '', CONNECTION",
    "418, '', '', '', INVALID_REQUEST",
    "301, '', '', '', UNREACHABLE",
    "308, '', '', '', UNREACHABLE",
    "407, '', '', '', UNREACHABLE"
  })
  void error_hasOneKind(int status, String type, String code, String message, FailureKind kind) {
    assertThat(new HttpError(status, type, code, message).kind(), is(kind));
  }

  @ParameterizedTest
  @EnumSource
  void kind_isRepeatedOnlyIfThatCanHelp(FailureKind kind) {
    if (kind.effect() == REPEAT) {
      assertThat(kind.maxAttempts(), greaterThan(1));
    } else {
      assertThat(kind.maxAttempts(), is(1));
      assertThat(kind.drop(), is(nullValue()));
    }
  }

  @Test
  void table_saysWhatEachKindDoesToThePermit() {
    assertThat(FailureKind.RATE_LIMITED.drop(), is(DropReason.RATE_LIMITED));
    assertThat(FailureKind.ACCELERATION_LIMITED.drop(), is(DropReason.ACCELERATED));
    assertThat(FailureKind.OVERLOADED.drop(), is(DropReason.OVERLOADED));
    assertThat(FailureKind.SERVER_ERROR.drop(), is(DropReason.UNAVAILABLE));
    assertThat(FailureKind.INVALID_REQUEST.effect(), is(FAIL));
    assertThat(FailureKind.TOO_LARGE.effect(), is(FAIL));
    assertThat(FailureKind.NOT_AUTHORISED.effect(), is(STOP));
    assertThat(FailureKind.SPEND_LIMIT.effect(), is(STOP));
    assertThat(FailureKind.COST_CAP.effect(), is(STOP));
    assertThat(FailureKind.UNKNOWN_MODEL.effect(), is(STOP));
  }
}
