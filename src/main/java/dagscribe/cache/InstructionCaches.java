package dagscribe.cache;

/** Opens the cache that the text of a {@link CacheUrl} names, as settings carry it to workers. */
public final class InstructionCaches {

  private InstructionCaches() {}

  /** See {@link CacheUrl#open}. */
  public static InstructionCache open(String url) {
    return new CacheUrl(url).open();
  }

  /** See {@link CacheUrl#openPatiently}. */
  public static InstructionCache openPatiently(String url) {
    return new CacheUrl(url).openPatiently();
  }

  /** See {@link CacheUrl#openExisting}. */
  public static InstructionCache openExisting(String url) {
    return new CacheUrl(url).openExisting();
  }
}
