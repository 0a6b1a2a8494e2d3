package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Cutter;
import java.util.Optional;
import java.util.regex.Pattern;

/** An exception that must be caught or declared: which of both can be done is a matter of what the line stands in. */
final class Unreported {
    private static final Pattern NAME =
            Pattern.compile("(?:exception|thrown types) ((?:[\\w$]+\\.)*)([\\w$]+)");
    private static final Pattern CASE = Pattern.compile("\\s*(?:case|default)\\b.*?->");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+\\w+[^;{}]*\\z");
    private static final Pattern THROWS = Pattern.compile("\\)\\s*throws\\s[\\w.,\\s]+\\z");
    private static final Pattern CONTROL =
            Pattern.compile("(?<![\\w.])(?:if|for|while|switch|catch|synchronized|try)\\s*\\z");
    private static final Pattern MADE =
            Pattern.compile("\\bnew\\s+[\\w.]+\\s*(?:<[^;(){}]*>)?\\s*\\z");
    private static final Pattern COMPACT = Pattern.compile("(?:\\A|[;{}\\s])[A-Z]\\w*\\z");

    private final String bare;
    private final Brackets brackets;

    private Unreported(String source) {
        this.bare = Cutter.bare(source);
        this.brackets = Brackets.in(bare);
    }

    /** What a line stands in, as far as that says who may declare what it throws. */
    private enum Place {
        METHOD,
        LAMBDA,
        /** A method of a class without a name throws what the one above it does, and no more. */
        NAMELESS,
        /** The value of a field, or a block that makes a class or an object ready. */
        FIELD
    }

    /** Returns what to do about an exception that a line throws. */
    static String hint(String said, Problem problem, String source) {
        int at = problem.startIn(source);
        var name = name(said);
        return switch (new Unreported(source).place(at)) {
            case METHOD ->
                    "This may throw %1$s: put it into try { … } catch (%1$s e) { … }, or write 'throws %1$s' after the method's parameters."
                            .formatted(name);
            case LAMBDA ->
                    "This may throw %s, and a lambda here may not: catch it inside, -> { try { … } catch (%1$s e) { … } }."
                            .formatted(name);
            case NAMELESS ->
                    "This may throw %s: put it into try { … } catch (%1$s e) { … }."
                            .formatted(name);
            case FIELD ->
                    "This may throw %s, and nothing here can declare that: put it into a method or a constructor, with try { … } catch (%1$s e) { … }."
                            .formatted(name);
        };
    }

    /** Returns what to do where the end of a try closes what may throw then. */
    static String closing(String said) {
        return "The try closes it at its end, and that may throw %1$s: write catch (%1$s e) { … } behind its block, or 'throws %1$s' after the method's parameters."
                .formatted(name(said));
    }

    /** Returns what to do where a method is handed on that may throw. */
    static String handedOn(String said) {
        return "The method may throw %1$s, and what is needed here may not: write a lambda that catches it, x -> { try { … } catch (%1$s e) { … } }."
                .formatted(name(said));
    }

    /** Returns what to do where the constructor above throws. */
    static String above(String said) {
        return "The constructor of the class above may throw %1$s: write one here that says so too, with throws %1$s { super(…); }."
                .formatted(name(said));
    }

    private static String name(String said) {
        var name = NAME.matcher(said);
        if (!name.find()) {
            return "Exception";
        }
        // A class of a cell within another one is named with that.
        var own = Cells.asWritten(name.group(1));
        return (own.equals(name.group(1)) ? "" : own) + name.group(2);
    }

    private Place place(int start) {
        int at = start;
        while (true) {
            var around = brackets.around(at);
            int open = around.orElse(-1);
            if (isBehindArrow(open + 1, at)) {
                return Place.LAMBDA;
            }
            if (around.isEmpty()) {
                return Place.METHOD;
            }
            if (bare.charAt(open) == '{') {
                var place = ofBlock(open);
                if (place.isPresent()) {
                    return place.get();
                }
            }
            at = open;
        }
    }

    /** Whether an arrow stands before a place that is no case's, in the part of a statement that it stands in. */
    private boolean isBehindArrow(int from, int to) {
        var level = new StringBuilder();
        for (int i = from; i < to; i++) {
            int close = brackets.closing(i).orElse(-1);
            if (close > i && close < to) {
                i = close;
            }
            level.append(bare.charAt(i));
        }
        var statement = level.substring(lastOf(level, ";}"));
        var own = CASE.matcher(statement.replace('\n', ' '));
        var rest = own.lookingAt() ? statement.substring(own.end()) : statement;
        return rest.substring(lastOf(rest, ",")).contains("->");
    }

    private static int lastOf(CharSequence text, String separators) {
        int last = text.length();
        while (last > 0 && separators.indexOf(text.charAt(last - 1)) < 0) {
            last--;
        }
        return last;
    }

    /** Returns what a block is; nothing where it is a part of what stands around it. */
    private Optional<Place> ofBlock(int open) {
        var head = bare.substring(0, open).stripTrailing();
        if (TYPE.matcher(head).find()) {
            return Optional.of(Place.FIELD);
        }
        var declares = THROWS.matcher(head);
        var end = declares.find() ? declares.start() + 1 : head.length();
        if (end > 0 && bare.charAt(end - 1) == ')') {
            var before = bare.substring(0, brackets.opening(end - 1).orElse(0));
            if (CONTROL.matcher(before).find()) {
                return Optional.empty();
            }
            return Optional.of(
                    MADE.matcher(before).find()
                            ? Place.FIELD
                            : isNameless(open) ? Place.NAMELESS : Place.METHOD);
        }
        return COMPACT.matcher(head).find() ? Optional.of(Place.NAMELESS) : Optional.empty();
    }

    /** Whether a method stands in a class that is made where it is used. */
    private boolean isNameless(int method) {
        return brackets.around(method)
                .map(open -> bare.substring(0, open).stripTrailing())
                .filter(head -> head.endsWith(")"))
                .flatMap(head -> brackets.opening(head.length() - 1))
                .filter(open -> MADE.matcher(bare.substring(0, open)).find())
                .isPresent();
    }
}
