package dagscribe.claude;

import dagscribe.limit.DropReason;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call means for its permit, for the DAGs in it, and for the run.
 *
 * <p>This is the table of outcomes: the effect says where it ends, the drop what it does to the
 * permit, and the attempts how often a call may fail in this way. An {@link Answer} of any stop
 * reason settles its permit as succeeded and is not repeated.
 */
public enum FailureKind {
  /**
   * 429: the account's limit; repeated when the server says. It is not the call's fault, so the
   * attempts only guard against a server that never lets up.
   */
  RATE_LIMITED(Effect.REPEAT, DropReason.RATE_LIMITED, 50),
  /** 429 with ramp_limit_exceeded: usage grew too fast; repeated with fewer calls in flight. */
  ACCELERATION_LIMITED(Effect.REPEAT, DropReason.ACCELERATED, 50),
  /** 529, 503: the service has no room; repeated with fewer calls in flight. */
  OVERLOADED(Effect.REPEAT, DropReason.OVERLOADED, 12),
  /** 500, 502, 504 and other 5xx: repeated. */
  SERVER_ERROR(Effect.REPEAT, DropReason.UNAVAILABLE, 6),
  /** 408, or no answer in time: repeated, but not often, since each may be billed unseen. */
  TIMEOUT(Effect.REPEAT, DropReason.UNAVAILABLE, 3),
  /** The connection was refused, reset or closed: repeated. */
  CONNECTION(Effect.REPEAT, DropReason.UNAVAILABLE, 12),
  /** 409: repeated. */
  CONFLICT(Effect.REPEAT, null, 3),
  /** 200 with a body that is no message: repeated, but not often, since each may be billed. */
  BROKEN_ANSWER(Effect.REPEAT, DropReason.UNAVAILABLE, 3),
  /** 400, 422: the request itself is wrong; its DAGs fail. */
  INVALID_REQUEST(Effect.FAIL, null, 1),
  /**
   * 413, or a prompt over the context window: asked again in smaller groups, else its DAG fails.
   */
  TOO_LARGE(Effect.FAIL, null, 1),
  /** Not sent, since another run is asking the same: what it is answered is awaited. */
  ASKED_ELSEWHERE(Effect.AWAIT, null, 1),
  /** 401, 403: the key is missing, wrong or not allowed; the run stops. */
  NOT_AUTHORISED(Effect.STOP, null, 1),
  /**
   * What stands between here and the server lets no call through: a certificate that is not
   * trusted, a redirect, a proxy that refuses; the run stops.
   */
  UNREACHABLE(Effect.STOP, null, 1),
  /** 402, and 429 or 400 by a spend limit: the run stops. */
  SPEND_LIMIT(Effect.STOP, null, 1),
  /** The first calls of the run all ended in one refusal that lasts; the run stops. */
  ALL_REFUSED(Effect.STOP, null, 1),
  /** The server asks for a longer wait than the operator allows; the run stops. */
  WAIT_TOO_LONG(Effect.STOP, null, 1),
  /** The money set aside for the run is spent; nothing more is asked. */
  COST_CAP(Effect.STOP, null, 1),
  /** 404: the model does not exist for this account; the run stops. */
  UNKNOWN_MODEL(Effect.STOP, null, 1),
  /** Answers can no longer be kept, so none is paid for; the run stops. */
  CACHE_FAILED(Effect.STOP, null, 1),
  /** An operator wants the run to end; what is in flight is awaited and nothing more is asked. */
  STOPPED(Effect.STOP, null, 1);

  /** What follows from a failure. */
  public enum Effect {
    /** The same call may succeed later. */
    REPEAT,
    /** The same call will fail again; others may succeed. */
    FAIL,
    /** The call need not be made as it is; its questions go on by themselves. */
    AWAIT,
    /** Every call will fail until an operator acts. */
    STOP
  }

  private final Effect effect;
  private final @Nullable DropReason drop;
  private final int maxAttempts;

  FailureKind(Effect effect, @Nullable DropReason drop, int maxAttempts) {
    this.effect = effect;
    this.drop = drop;
    this.maxAttempts = maxAttempts;
  }

  /** What follows from this failure. */
  public Effect effect() {
    return effect;
  }

  /** How the permit is settled; null ignores the call, since it says nothing about limits. */
  public @Nullable DropReason drop() {
    return drop;
  }

  /** How often one call may fail in this way before it is given up, 1 or more. */
  public int maxAttempts() {
    return maxAttempts;
  }
}
