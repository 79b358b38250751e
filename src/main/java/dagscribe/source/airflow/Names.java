package dagscribe.source.airflow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What names stand for within one file: constants assigned at module level, and imported names. The
 * last assignment wins.
 */
final class Names {

  private final SyntaxTree tree;
  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, String> originals = new HashMap<>();

  private Names(SyntaxTree tree) {
    this.tree = tree;
  }

  static Names of(SyntaxTree tree) {
    Names names = new Names(tree);
    for (int node = 0; node < tree.size(); node++) {
      if (tree.is(node, Grammar.IMPORT_FROM) || tree.is(node, Grammar.IMPORT)) {
        Imports.of(tree.text(node)).forEach(i -> names.originals.put(i.name(), i.target()));
      } else if (tree.is(node, Grammar.ASSIGNMENT) && isAtModuleLevel(tree, node)) {
        names.addConstant(node);
      }
    }
    return names;
  }

  private static boolean isAtModuleLevel(SyntaxTree tree, int assignment) {
    int statement = tree.parent(assignment);
    return tree.is(statement, Grammar.EXPRESSION_STATEMENT)
        && tree.is(tree.parent(statement), Grammar.MODULE);
  }

  private void addConstant(int assignment) {
    int target = tree.first(assignment);
    if (tree.is(target, Grammar.IDENTIFIER)) {
      String name = tree.text(target);
      values.put(name, tree.last(assignment));
      literal(tree.last(assignment)).ifPresent(value -> constants.put(name, value));
    }
  }

  /** The expression that a name was last given at module level. */
  Optional<Integer> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The value of a string literal, or of a name that stands for one. */
  Optional<String> stringValue(int node) {
    int expression = tree.unwrapped(node);
    return tree.is(expression, Grammar.IDENTIFIER)
        ? Optional.ofNullable(constants.get(tree.text(expression)))
        : literal(expression);
  }

  /** The value of a string literal, adjacent ones joined. */
  Optional<String> literal(int node) {
    int expression = tree.unwrapped(node);
    if (tree.is(expression, Grammar.STRING)) {
      return StringLiteral.value(tree.text(expression));
    }
    return tree.is(expression, Grammar.CONCATENATED_STRING) ? joined(expression) : Optional.empty();
  }

  private Optional<String> joined(int concatenated) {
    StringBuilder whole = new StringBuilder();
    for (int part = tree.first(concatenated); part >= 0; part = tree.next(part)) {
      Optional<String> value = StringLiteral.value(tree.text(part));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      whole.append(value.get());
    }
    return Optional.of(whole.toString());
  }

  /** The name under which a name was defined where it was imported from. */
  String original(String name) {
    String path = path(name);
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The dotted name of what a name stands for, itself if it was not imported. */
  String path(String name) {
    return originals.getOrDefault(name, name);
  }
}
