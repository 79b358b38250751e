package dagscribe.claude;

import java.util.List;
import java.util.Locale;

/**
 * Which failure an HTTP error is; the first rule that applies decides.
 *
 * <p>The status decides wherever it can, since servers other than Anthropic's have error bodies of
 * their own. Wording is read only where the API has no other sign: its spend limits and prompts
 * that are too long come as plain 400s. Source: Anthropic's error reference and rate-limit pages.
 */
enum ErrorRule {
  SPEND_LIMIT_REACHED(FailureKind.SPEND_LIMIT) {
    @Override
    boolean applies(HttpError error) {
      return error.hasCode("enforced_spend_limit_reached", "contract_spend_limit_reached")
          || error.hasStatus(402)
          || (error.hasStatus(400, 429) && error.says(wording().spendLimit()));
    }
  },
  ACCELERATION(FailureKind.ACCELERATION_LIMITED) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(429) && error.hasCode("ramp_limit_exceeded");
    }
  },
  RATE(FailureKind.RATE_LIMITED) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(429);
    }
  },
  NO_ROOM(FailureKind.OVERLOADED) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(503, 529)
          || (error.status() >= 500 && error.type().equals("overloaded_error"));
    }
  },
  SERVER(FailureKind.SERVER_ERROR) {
    @Override
    boolean applies(HttpError error) {
      return error.status() >= 500;
    }
  },
  TOO_LONG(FailureKind.TOO_LARGE) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(413)
          || (error.hasStatus(400, 422)
              && (error.says(wording().tooLong()) || error.hasCode("context_length_exceeded")));
    }
  },
  KEY(FailureKind.NOT_AUTHORISED) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(401, 403);
    }
  },
  /** A redirect would send sources to whatever address a stranger names. */
  ELSEWHERE(FailureKind.UNREACHABLE) {
    @Override
    boolean applies(HttpError error) {
      return (error.status() >= 300 && error.status() < 400)
          || error.hasStatus(HttpError.PROXY_AUTHENTICATION);
    }
  },
  MODEL(FailureKind.UNKNOWN_MODEL) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(404);
    }
  },
  LATE(FailureKind.TIMEOUT) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(408);
    }
  },
  CLASH(FailureKind.CONFLICT) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(409);
    }
  },
  HANG_UP(FailureKind.CONNECTION) {
    @Override
    boolean applies(HttpError error) {
      return error.hasStatus(499);
    }
  },
  BROKEN(FailureKind.BROKEN_ANSWER) {
    @Override
    boolean applies(HttpError error) {
      return error.status() < 300;
    }
  },
  ANYTHING_ELSE(FailureKind.INVALID_REQUEST) {
    @Override
    boolean applies(HttpError error) {
      return true;
    }
  };

  private final FailureKind kind;

  ErrorRule(FailureKind kind) {
    this.kind = kind;
  }

  abstract boolean applies(HttpError error);

  private static ModelCatalogue.Wording wording() {
    return ModelCatalogue.shipped().wording();
  }

  /** The kind of an error; every error has one. */
  static FailureKind classify(HttpError error) {
    for (ErrorRule rule : values()) {
      if (rule.applies(error)) {
        return rule.kind;
      }
    }
    throw new AssertionError("the last rule applies to all");
  }

  /** Whether any of the phrases, all in lower case, occurs in a text. */
  static boolean containsAny(String text, List<String> phrases) {
    String lower = text.toLowerCase(Locale.ROOT);
    return phrases.stream().anyMatch(lower::contains);
  }
}
