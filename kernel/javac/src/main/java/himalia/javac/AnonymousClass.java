package himalia.javac;

import java.util.List;

/**
 * A class made where it is used, with all that a class with a name has to say.
 *
 * @param start where its {@code new} begins
 * @param arguments where the parenthesis of what is handed to its superclass opens
 * @param body where its brace opens
 * @param end where the brace has closed
 * @param supertype what it extends or implements, as a declaration names it
 * @param implemented whether that is an interface
 * @param parameters the types of what is handed to its superclass
 * @param thrown what that may throw
 * @param captured what it takes from the lambda around it
 * @param outer where the expression ends whose object it is an inner class of; -1 where there is none
 */
public record AnonymousClass(
        int start,
        int arguments,
        int body,
        int end,
        String supertype,
        boolean implemented,
        List<String> parameters,
        List<String> thrown,
        List<Captured> captured,
        int outer) {
    public AnonymousClass {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
        captured = List.copyOf(captured);
    }

    /** A variable of the code around a class, and its type, as a declaration names it. */
    public record Captured(String name, String type) {}
}
