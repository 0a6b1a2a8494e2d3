package himalia.javac;

import java.util.regex.Pattern;

/** What is right Java, and does something else than who learns it expects. */
public enum Surprise {
    /** {@code ==} between two texts. */
    TEXTS_COMPARED,
    /** {@code ==} between two objects that hold numbers. */
    NUMBERS_COMPARED,
    /** Two whole numbers divided, and the result made a floating one. */
    WHOLE_DIVISION,
    /** {@code 2 ^ 10}. */
    EXCLUSIVE_OR,
    /** {@code if (…);} */
    EMPTY_IF,
    /** {@code for (…); { … }} */
    EMPTY_LOOP,
    /** {@code for (int i = 0; i < 3; i++); f();} */
    IDLE_LOOP,
    /** {@code System.out.println(array)} */
    ARRAY_AS_TEXT,
    /** {@code Integer.MAX_VALUE + 1}, {@code 1000000 * 1000000}. */
    OVERFLOW,
    /** {@code new Thread(…).run()} */
    RUN_AT_ONCE,
    /** {@code stream.parallel().forEach(list::add)} */
    CHANGED_BY_MANY,
    /** {@code x = x;}, most often of a parameter that hides a field. */
    GIVEN_ITSELF;

    private static final Pattern ITSELF = Pattern.compile("(?<![\\w.])(\\w++)\\s*+=\\s*+\\1\\s*+;");

    /** Returns whether a text could hold one: most cells need not be looked through. */
    public static boolean mayBeIn(String code) {
        return code.contains("==")
                || code.contains("!=")
                || code.indexOf('/') >= 0
                || code.indexOf('^') >= 0
                || code.contains("if")
                || code.contains("for")
                || code.contains("while")
                || code.contains("print")
                || code.indexOf('*') >= 0
                || code.contains("X_VALUE")
                || code.contains("run")
                || code.contains("arallel")
                || ITSELF.matcher(code).find();
    }
}
