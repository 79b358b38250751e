package dagscribe.cache;

import java.util.Map;

class NoCacheTest extends InstructionCacheContract {

  @Override
  InstructionCache open() {
    return InstructionCaches.open("none");
  }

  @Override
  Map<String, CachedInstruction> kept(Map<String, CachedInstruction> stored) {
    return Map.of();
  }
}
