package dagscribe.source.airflow;

import org.treesitter.TSLanguage;
import org.treesitter.TSSymbolType;
import org.treesitter.TreeSitterPython;

/**
 * The node kinds of tree-sitter's Python grammar that are asked for, as the grammar's own symbol
 * numbers.
 */
/*
 * A language is kept by who uses it, and never in a static field: its clean-up waits in a list that a
 * thread holds, and with it all classes of a job that a Flink worker could otherwise unload.
 */
final class Grammar {

  static final int MODULE = kind("module");
  static final int BLOCK = kind("block");
  static final int COMMENT = kind("comment");
  static final int EXPRESSION_STATEMENT = kind("expression_statement");
  static final int RETURN_STATEMENT = kind("return_statement");
  static final int IMPORT = kind("import_statement");
  static final int IMPORT_FROM = kind("import_from_statement");
  static final int ASSIGNMENT = kind("assignment");
  static final int CALL = kind("call");
  static final int ARGUMENTS = kind("argument_list");
  static final int KEYWORD_ARGUMENT = kind("keyword_argument");
  static final int DICTIONARY_SPLAT = kind("dictionary_splat");
  static final int IDENTIFIER = kind("identifier");
  static final int ATTRIBUTE = kind("attribute");
  static final int STRING = kind("string");
  static final int CONCATENATED_STRING = kind("concatenated_string");
  static final int PARENTHESIZED = kind("parenthesized_expression");
  static final int LIST = kind("list");
  static final int TUPLE = kind("tuple");
  static final int SET = kind("set");
  static final int DICTIONARY = kind("dictionary");
  static final int BINARY_OPERATOR = kind("binary_operator");
  static final int COMPARISON = kind("comparison_operator");
  static final int INTEGER = kind("integer");
  static final int NONE = kind("none");
  static final int DECORATED = kind("decorated_definition");
  static final int DECORATOR = kind("decorator");
  static final int FUNCTION = kind("function_definition");
  static final int CLASS = kind("class_definition");
  static final int EXCEPT = kind("except_clause");
  static final int AS_PATTERN = kind("as_pattern");
  static final int PRINT_STATEMENT = kind("print_statement");
  static final int EXEC_STATEMENT = kind("exec_statement");

  private static final boolean[] NAMED = named();

  private Grammar() {}

  /** Whether a symbol is a node of the grammar, not punctuation or a keyword. */
  static boolean isNamed(int symbol) {
    return symbol >= NAMED.length || NAMED[symbol];
  }

  /** Python's grammar, until it is closed. */
  static TSLanguage open() {
    return new TreeSitterPython();
  }

  private static int kind(String name) {
    try (TSLanguage python = open()) {
      int symbol = python.symbolForName(name, true);
      if (symbol == 0) {
        throw new IllegalStateException("the Python grammar has no node called " + name);
      }
      return symbol;
    }
  }

  private static boolean[] named() {
    try (TSLanguage python = open()) {
      boolean[] named = new boolean[python.symbolCount()];
      for (int symbol = 0; symbol < named.length; symbol++) {
        named[symbol] = python.symbolType(symbol) == TSSymbolType.TSSymbolTypeRegular;
      }
      return named;
    }
  }
}
