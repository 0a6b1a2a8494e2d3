package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/** A word of Java's own that is written a little wrongly, where a statement or a declaration begins. */
final class MisspeltWord {
    /** What begins a line or a statement, and the word behind it. */
    private static final Pattern WORD =
            Pattern.compile("(?:\\A|[;{}\\n])[ \\t]*+([a-z]{4,})[ \\t]++(?=([\\w\"']++))");

    /** Words before a type or another word. */
    private static final List<String> MODIFIERS =
            List.of("public", "private", "protected", "static", "final", "abstract");

    /** Words before a value. */
    private static final List<String> STATEMENTS = List.of("return", "throw", "assert", "yield");

    /** Words of Java's own with which a value begins. */
    private static final Set<String> VALUES =
            Set.of("new", "true", "false", "null", "this", "super", "switch");

    private static final List<String> PRIMITIVES =
            List.of("int", "long", "double", "float", "boolean", "char", "byte", "short");

    private static final Set<String> METHODS = Set.of("def", "function", "func", "fun", "fn");

    /** Letters of a word that is like another one by no chance. */
    private static final int LONG = 5;

    private MisspeltWord() {}

    /** Returns the first one that the compiler stumbles over. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        var word = WORD.matcher(bare);
        while (word.find()) {
            var written = word.group(1);
            var meant = meant(written, word.group(2));
            if (meant.isPresent() && Syntax.anyIn(problems, word.start(1), word.end(2))) {
                return Optional.of(
                        Mistake.found(
                                word.start(1),
                                word.end(1),
                                "Java has no '" + written + "'",
                                "Did you mean " + meant.get() + "?"));
            }
        }
        return Optional.empty();
    }

    /** Returns the word that is meant where the compiler takes one for a type that nobody declared, as in {@code boolaen b;}. */
    static Optional<String> type(String written, String source) {
        var words = new ArrayList<>(PRIMITIVES);
        var before = "(?<![\\w.])" + Pattern.quote(written);
        if (Pattern.compile(before + "\\s+\\w+\\s*\\(").matcher(source).find()) {
            words.add("void");
        }
        if (Pattern.compile(before + "\\s+[A-Z]\\w*\\s*[<(]").matcher(source).find()) {
            words.add("record");
        }
        words.removeIf(each -> each.length() < LONG && !Slip.hasSameLetters(written, each));
        return Nearest.to(written, words, 1);
    }

    /** Returns what to write in place of a word with which other languages declare a method. */
    static Optional<String> ofMethods(String word, String source) {
        return METHODS.contains(word)
                        && Pattern.compile("\\b" + word + "\\s+\\w+\\s*\\(").matcher(source).find()
                ? Optional.of(
                        "Java declares no methods with '%s': write the type that the method returns in its place, void where it returns nothing."
                                .formatted(word))
                : Optional.empty();
    }

    /** Returns the word that is meant where the compiler takes one before a name for a type, as in {@code retrun sum;}. */
    static Optional<String> statement(String written) {
        return Nearest.to(written, STATEMENTS, 1);
    }

    private static Optional<String> meant(String written, String next) {
        if (SourceVersion.isKeyword(written) || STATEMENTS.contains(written)) {
            return Optional.empty();
        }
        if (SourceVersion.isKeyword(next) && !VALUES.contains(next)) {
            return Nearest.to(written, MODIFIERS, 1);
        }
        return statement(written)
                .or(
                        () ->
                                Character.isUpperCase(next.charAt(0))
                                        ? Nearest.to(written, MODIFIERS, 1)
                                        : Optional.empty());
    }
}
