package dagscribe.claude;

/** What a failed call means for the DAGs in it and for the run. */
public enum FailureKind {
  /** 429: the account's limit; repeated when the server says. */
  RATE_LIMITED(Effect.REPEAT),
  /** 429 with ramp_limit_exceeded: usage grew too fast; repeated with fewer calls in flight. */
  ACCELERATION_LIMITED(Effect.REPEAT),
  /** 529, 503: the service has no room; repeated with fewer calls in flight. */
  OVERLOADED(Effect.REPEAT),
  /** 500, 502, 504 and other 5xx: repeated. */
  SERVER_ERROR(Effect.REPEAT),
  /** 408, or no answer in time: repeated. */
  TIMEOUT(Effect.REPEAT),
  /** The connection was refused, reset or closed: repeated. */
  CONNECTION(Effect.REPEAT),
  /** 409: repeated. */
  CONFLICT(Effect.REPEAT),
  /** 200 with a body that is no message: repeated. */
  BROKEN_ANSWER(Effect.REPEAT),
  /** 400, 422: the request itself is wrong; its DAGs fail. */
  INVALID_REQUEST(Effect.FAIL),
  /**
   * 413, or a prompt over the context window: asked again in smaller groups, else its DAG fails.
   */
  TOO_LARGE(Effect.FAIL),
  /** 401, 403: the key is missing, wrong or not allowed; the run stops. */
  NOT_AUTHORISED(Effect.STOP),
  /** 402, and 429 or 400 by a spend limit: the run stops. */
  SPEND_LIMIT(Effect.STOP),
  /** 404: the model does not exist for this account; the run stops. */
  UNKNOWN_MODEL(Effect.STOP);

  /** What follows from a failure. */
  public enum Effect {
    /** The same call may succeed later. */
    REPEAT,
    /** The same call will fail again; others may succeed. */
    FAIL,
    /** Every call will fail until an operator acts. */
    STOP
  }

  private final Effect effect;

  FailureKind(Effect effect) {
    this.effect = effect;
  }

  /** What follows from this failure. */
  public Effect effect() {
    return effect;
  }
}
