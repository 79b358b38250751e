package dagscribe.progress;

/** Shows how far a run is. Used by one thread. */
interface View extends AutoCloseable {

  /** Shows it, or leaves it for now; called a few times a second. */
  void show(Figures figures);

  /** Leaves nothing behind that is still being drawn. */
  @Override
  void close();
}
