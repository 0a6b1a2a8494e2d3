package himalia.kernel.cells;

import himalia.javac.Stretch;
import java.util.ArrayList;
import java.util.List;

/**
 * What of a declaration cannot be compiled yet: bodies of methods, in whose place words are thrown.
 *
 * @param name what the declaration is called
 * @param bodies where they are in the text of the declaration
 * @param until what it waits for, in words
 */
record Stub(String name, List<Stretch> bodies, String until) {
    Stub {
        bodies = List.copyOf(bodies);
    }

    /** Says so to a person. */
    String text() {
        return name + " cannot be used " + until;
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
        return new Stub(name, Stretch.outermost(all), until);
    }
}
