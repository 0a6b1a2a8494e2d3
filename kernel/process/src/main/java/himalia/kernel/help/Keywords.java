package himalia.kernel.help;

import himalia.kernel.help.Completion.Candidate;
import java.util.List;

/** The words of the language that code in a cell may use. */
final class Keywords {
    private static final List<String> ALL =
            List.of(
                    "abstract",
                    "assert",
                    "boolean",
                    "break",
                    "byte",
                    "case",
                    "catch",
                    "char",
                    "class",
                    "continue",
                    "default",
                    "do",
                    "double",
                    "else",
                    "enum",
                    "extends",
                    "false",
                    "final",
                    "finally",
                    "float",
                    "for",
                    "if",
                    "implements",
                    "import",
                    "instanceof",
                    "int",
                    "interface",
                    "long",
                    "new",
                    "null",
                    "permits",
                    "private",
                    "protected",
                    "public",
                    "record",
                    "return",
                    "sealed",
                    "short",
                    "static",
                    "super",
                    "switch",
                    "synchronized",
                    "this",
                    "throw",
                    "throws",
                    "true",
                    "try",
                    "var",
                    "void",
                    "volatile",
                    "while",
                    "yield");

    private Keywords() {}

    static List<Candidate> startingWith(String prefix) {
        return ALL.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> new Candidate(word, "keyword", ""))
                .toList();
    }
}
