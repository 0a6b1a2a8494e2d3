package himalia.kernel.cells;

import himalia.javac.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a declaration cannot be compiled yet: bodies of methods, in whose place words are thrown.
 *
 * @param name what the declaration is called
 * @param source its text
 * @param bodies where they are in that
 * @param until what it waits for, in words
 * @param error what the compiler says of it, empty where that is that names are missing
 */
record Stub(String name, String source, List<Stretch> bodies, String until, String error) {
    /** More names say less than none. */
    private static final int MOST_NAMES = 3;

    Stub {
        bodies = List.copyOf(bodies);
    }

    /** Says so to a person. */
    String text() {
        return what() + " cannot be used " + until + Waiting.orAnew(name, error);
    }

    /** Returns whether the body of the declaration itself is among them, and not of types inside of it alone. */
    boolean isWhole() {
        int whole = source.stripTrailing().length();
        return bodies.stream().anyMatch(body -> body.end() >= whole);
    }

    /** A method cannot be used without its body; of all else, what has other bodies can. */
    private String what() {
        if (isWhole()) {
            return name;
        }
        var methods = bodies.stream().map(this::method).flatMap(Optional::stream).distinct();
        var names = methods.map(method -> method + "()").toList();
        return names.isEmpty() || names.size() > MOST_NAMES
                ? "methods of " + name
                : String.join(", ", names) + " in " + name;
    }

    /** Returns what the method is called that has a body: it stands before the parentheses of its parameters. */
    private Optional<String> method(Stretch body) {
        var head = Token.of(source.substring(0, body.start()));
        int at = head.size() - 1;
        while (at >= 0 && !head.get(at).is(")")) {
            at--;
        }
        int depth = 0;
        for (; at > 0; at--) {
            depth += head.get(at).is(")") ? 1 : head.get(at).is("(") ? -1 : 0;
            if (depth == 0) {
                return Optional.of(head.get(at - 1)).filter(Token::isWord).map(Token::text);
            }
        }
        return Optional.empty();
    }

    /** Returns what stands in the place of a body, as many lines long. */
    String inPlaceOf(String body) {
        var lines = body.chars().filter(c -> c == '\n').count();
        var quoted = text().replace("\\", "\\\\").replace("\"", "\\\"");
        return "{ throw new himalia_cells.UnresolvedException(\""
                + quoted
                + "\"); }"
                + "\n".repeat((int) lines);
    }

    /** Returns the same with the bodies of another one, too. */
    Stub and(Stub other) {
        var all = new ArrayList<>(bodies);
        all.addAll(other.bodies);
        return new Stub(
                name, source, Stretch.outermost(all), until, error.isEmpty() ? other.error : error);
    }
}
