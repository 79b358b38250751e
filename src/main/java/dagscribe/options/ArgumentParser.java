package dagscribe.options;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands words as options, and refuses by name what it does not understand. */
final class ArgumentParser {

  private final OptionCatalog catalog = new OptionCatalog();

  /** Parses one word; the one that follows it, if any, only helps to explain a mistake. */
  Argument parse(Word word, @Nullable Word next) {
    if (!word.isOption()) {
      throw word.refused(
          "unexpected word '" + Secrets.hide(word.text()) + "': options are --name=value");
    }
    int equals = word.text().indexOf('=');
    String name = word.text().substring(2, equals < 0 ? word.text().length() : equals);
    checkName(word, name);
    if (equals >= 0) {
      return checked(word, new Argument(name, word.text().substring(equals + 1)));
    }
    return new Argument(name, impliedValue(word, name, next));
  }

  private void checkName(Word word, String name) {
    if (catalog.knows(name)) {
      return;
    }
    if (Secrets.isSecretName(name)) {
      throw word.refused("--" + Secrets.hide(name) + " is refused: " + Secrets.WHERE_THE_KEY_GOES);
    }
    throw word.refused("unknown option --" + Secrets.hide(name) + suggestions(name));
  }

  private String suggestions(String name) {
    List<String> nearest = catalog.nearest(name);
    return nearest.isEmpty()
        ? ""
        : nearest.stream().collect(Collectors.joining(", --", "; did you mean --", "?"));
  }

  private Argument checked(Word word, Argument argument) {
    OptionSpec spec = catalog.ours(argument.name());
    if (spec != null && !spec.allowed().accepts(argument.value())) {
      throw word.refused(spec.refusal(argument.value()));
    }
    return argument;
  }

  private String impliedValue(Word word, String name, @Nullable Word next) {
    if (next != null && !next.isOption()) {
      String value = Secrets.hide(next.text());
      throw word.refused("--" + name + " " + value + ": write --" + name + "=" + value);
    }
    if (!catalog.isFlag(name)) {
      throw word.refused("--" + name + " needs a value: --" + name + "=VALUE");
    }
    return "true";
  }
}
