package dagscribe.cache;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The calls that are under way, kept beside the answers: a call is recorded before it is made, and
 * struck out together with the storing of its answer. What a process that died leaves behind are
 * the calls of which nobody knows whether they were answered and billed: they are in doubt.
 *
 * <p>An open call has its questions for itself: no other session can record a call that asks one of
 * them, as long as the session that makes it lasts. A call takes all of its questions or none, and
 * never waits for one while it has another, so that two runs cannot wait for each other.
 *
 * <p>Several processes may use one log at once; a call of a process that lives is not in doubt.
 * Thread-safe. Every method throws {@link CacheException} if the backend fails.
 */
public interface CallLog {

  /** Longest time between two records of a process that is alive. */
  Duration BEAT = ProcessLease.BEAT;

  /**
   * Records calls that are about to be made and strikes out calls that ended without an answer.
   * When it returns, both are as durable as an answer. It also renews the sign of life of this
   * process, so it is to be called at least every {@link #BEAT}, with nothing if there is nothing.
   *
   * @return by id, the calls that are not recorded and must not be made, with the keys of their
   *     questions that are answered by now or that another session is asking
   */
  Map<String, Set<String>> record(Collection<BegunCall> begun, Collection<String> ended);

  /** Those of these questions that sessions other than this one are asking. */
  Set<String> askedElsewhere(Collection<String> keys);

  /**
   * Stores the answers that a call brought and strikes the call out, both or neither.
   *
   * @param call id of the call; one that is not recorded is no error
   */
  void end(String call, Map<String, CachedInstruction> answers);

  /** The calls of processes that are gone, oldest first. */
  List<OpenCall> inDoubt();

  /** Strikes out calls in doubt that have been told of. */
  void forget(Collection<String> calls);
}
