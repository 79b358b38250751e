package dagscribe.runner;

/** The cluster that a job was given to cannot be asked any more. */
public final class ClusterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClusterException(Throwable cause) {
    super(
        "the JobManager lost the job or cannot be reached any more: start it again if it is down, and"
            + " run the same command again; what was answered is in the cache"
            + " (with --watch, add --overwrite)",
        cause);
  }
}
