package dagscribe.sim;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** How a kind of model may think, and with which effort. */
enum ThinkingRule {
  /** Off, as the budgets that switch it on are not simulated; knows no effort. */
  NEVER(ImmutableList.of("disabled"), "disabled", ImmutableSet.of(), ImmutableList.of()),
  /** Off unless asked, adaptive. */
  ADAPTIVE_ON_REQUEST(
      ImmutableList.of("disabled", "adaptive"), "disabled", Efforts.ALL, ImmutableList.of()),
  /** On unless switched off, which takes an effort of high at most. */
  ADAPTIVE(
      ImmutableList.of("adaptive", "disabled"),
      "adaptive",
      Efforts.ALL,
      ImmutableList.of("disabled")),
  /** On; between tools only takes an effort of high at most. */
  ADAPTIVE_OR_BETWEEN_TOOLS(
      ImmutableList.of("adaptive", "between_tools"),
      "adaptive",
      Efforts.ALL,
      ImmutableList.of("between_tools")),
  /** Cannot be switched off. */
  ALWAYS(ImmutableList.of("adaptive"), "adaptive", Efforts.ALL, ImmutableList.of()),
  /** Whatever is asked: servers other than Anthropic's. */
  ANY(
      ImmutableList.of("disabled", "adaptive", "between_tools"),
      "disabled",
      Efforts.ALL,
      ImmutableList.of());

  final ImmutableList<String> types;
  final String byDefault;
  final ImmutableSet<String> efforts;
  private final ImmutableList<String> upToHighEffort;

  ThinkingRule(
      ImmutableList<String> types,
      String byDefault,
      ImmutableSet<String> efforts,
      ImmutableList<String> upToHighEffort) {
    this.types = types;
    this.byDefault = byDefault;
    this.efforts = efforts;
    this.upToHighEffort = upToHighEffort;
  }

  /** Whether a type of thinking and an effort go together. */
  boolean allows(String type, String effort) {
    return !(upToHighEffort.contains(type) && Efforts.ABOVE_HIGH.contains(effort));
  }

  private static final class Efforts {
    static final ImmutableSet<String> ALL =
        ImmutableSet.of("low", "medium", "high", "xhigh", "max");
    static final ImmutableSet<String> ABOVE_HIGH = ImmutableSet.of("xhigh", "max");
  }
}
