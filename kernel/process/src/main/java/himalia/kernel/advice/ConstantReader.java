package himalia.kernel.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the constants of an enum one after the other, with what each is made of and has of its own. */
final class ConstantReader {
    private static final String NAME = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";

    /** How an enum begins, up to its first constant; its name is the first group. */
    static final Pattern ENUM = Pattern.compile("\\benum\\s+(" + NAME + ")[^{};]*\\{");

    private static final Pattern MARK = Pattern.compile("\\s*@(?!interface\\b)[\\w.]+");
    private static final Pattern CONSTANT = Pattern.compile("\\s*+(" + NAME + ")");
    private static final Pattern NEXT = Pattern.compile("\\s*+(\\S)");

    private final String bare;
    private int at;

    /** Reads from behind the brace of an enum. */
    ConstantReader(String bare, int from) {
        this.bare = bare;
        this.at = from;
    }

    /**
     * The constants of an enum.
     *
     * @param whole whether all are read, up to where they end
     */
    record Constants(List<String> names, boolean whole) {}

    /** Returns all that there are, as far as they can be read. */
    Constants all() {
        var names = new ArrayList<String>();
        var name = name();
        while (name.isPresent()) {
            names.add(name.get().group(1));
            if (!skipBody() || next() != ',') {
                return new Constants(names, next() == ';' || next() == '}');
            }
            step();
            name = name();
        }
        return new Constants(names, next() == ';' || next() == '}');
    }

    /** Returns where it is. */
    int at() {
        return at;
    }

    /** Returns the name that comes next, behind annotations, and steps over it. */
    Optional<MatchResult> name() {
        var mark = found(MARK);
        while (mark.isPresent() && skip('(', ')')) {
            mark = found(MARK);
        }
        return mark.isPresent() ? Optional.empty() : found(CONSTANT);
    }

    private Optional<MatchResult> found(Pattern pattern) {
        var matcher = pattern.matcher(bare).region(at, bare.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher.toMatchResult());
    }

    /** Steps over what a constant is made of, and over what it has of its own; returns false where that is never closed. */
    boolean skipBody() {
        return skip('(', ')') && skip('{', '}');
    }

    /** Returns the sign that comes next; 0 at the end. */
    char next() {
        var next = NEXT.matcher(bare).region(at, bare.length());
        return next.lookingAt() ? next.group(1).charAt(0) : 0;
    }

    /** Steps over the sign that comes next. */
    void step() {
        found(NEXT);
    }

    private boolean skip(char open, char close) {
        if (next() != open) {
            return true;
        }
        int depth = 0;
        for (int i = at; i < bare.length(); i++) {
            depth += bare.charAt(i) == open ? 1 : bare.charAt(i) == close ? -1 : 0;
            if (depth == 0 && bare.charAt(i) == close) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }
}
