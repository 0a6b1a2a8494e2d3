package himalia.kernel.advice;

import java.util.regex.Pattern;

/** How far what is declared at a place of a source is known, and what ends it. */
final class Scopes {
    private static final Pattern WORD_BEFORE = Pattern.compile("(\\w+)\\s*\\z");
    private static final Pattern TYPE =
            Pattern.compile("\\b(class|interface|enum|record)\\s+(\\w+)[^;{}]*\\z");
    private static final Pattern THROWS = Pattern.compile("\\)\\s*throws\\s[\\w.,\\s]+\\z");

    private final String bare;
    private final Brackets brackets;
    private final int before;

    /**
     * @param bare the code without comments and texts
     * @param before how many lines of the cell stand before it
     */
    Scopes(String bare, int before) {
        this.bare = bare;
        this.brackets = Brackets.in(bare);
        this.before = before;
    }

    /**
     * Where something is known.
     *
     * @param end where that ends
     * @param words what to say of a use outside, with {@code %s} for the name; empty where nothing is known of it
     */
    record Scope(int end, String words) {}

    /** Returns where is known what is declared at a place; to the end of all where that cannot be told. */
    Scope at(int declared) {
        var around = brackets.around(declared);
        if (around.isEmpty() || bare.charAt(around.get()) == '[') {
            return unknown();
        }
        int open = around.get();
        var closing = brackets.closing(open);
        if (closing.isEmpty()) {
            return unknown();
        }
        return bare.charAt(open) == '{'
                ? inBlock(declared, open, closing.get())
                : inHead(open, closing.get());
    }

    private Scope unknown() {
        return new Scope(bare.length(), "");
    }

    private Scope inBlock(int declared, int open, int close) {
        var type = TYPE.matcher(bare.substring(0, open));
        if (type.find()) {
            var name = type.group(2);
            return new Scope(close, isStatic(declared) ? ofClass(name) : ofObject(name));
        }
        var head = bare.substring(0, open).stripTrailing();
        var declares = THROWS.matcher(head);
        if (declares.find()) {
            head = head.substring(0, declares.start() + 1);
        }
        if (head.endsWith("->")) {
            return new Scope(close, local("the { } behind the -> of line " + line(open)));
        }
        if (head.endsWith(")")) {
            var word = brackets.opening(head.length() - 1).map(this::wordBefore).orElse("");
            return new Scope(close, word.isEmpty() ? "" : behind(word, open));
        }
        var word = wordBefore(head.length());
        return new Scope(
                close,
                word.matches("else|do|try|finally")
                        ? behind(word, open)
                        : local("the { } that begin in line " + line(open)));
    }

    private String behind(String word, int open) {
        return word.matches("else|do|try|finally|if|for|while|switch|catch|synchronized")
                ? local("the { } of the " + word + " of line " + line(open))
                : ofMethod(word, open);
    }

    private Scope inHead(int open, int close) {
        int next = next(close + 1);
        var word = wordBefore(open);
        boolean statement = word.matches("for|try|catch");
        if (startsWith(next, "->")) {
            return new Scope(
                    statementEnd(next(next + 2)), local("the lambda of line " + line(open)));
        }
        if (statement && startsWith(next, ";")) {
            return new Scope(
                    next,
                    "%s is known only inside the "
                            + word
                            + " of line "
                            + line(open)
                            + ", and the ; right behind its ) ends that: take the ; away.");
        }
        if (statement) {
            return new Scope(statementEnd(next), local("the " + word + " of line " + line(open)));
        }
        if (bare.substring(0, open).matches("(?s).*\\brecord\\s+\\w+\\s*(?:<[^;{}]*>)?\\s*")) {
            var type = TYPE.matcher(bare.substring(0, open));
            int body = bare.indexOf('{', close);
            return type.find() && body >= 0
                    ? new Scope(
                            brackets.closing(body).orElse(bare.length()),
                            "%1$s belongs to the objects of "
                                    + type.group(2)
                                    + ": one of them gives it by %1$s().")
                    : unknown();
        }
        int body = startsWith(next, "throws") ? bare.indexOf('{', next) : next;
        return startsWith(body, "{") && !word.isEmpty()
                ? new Scope(brackets.closing(body).orElse(bare.length()), behind(word, open))
                : unknown();
    }

    private boolean isStatic(int declared) {
        int from =
                Math.max(
                        bare.lastIndexOf(';', declared - 1),
                        Math.max(
                                bare.lastIndexOf('{', declared - 1),
                                bare.lastIndexOf('}', declared - 1)));
        return bare.substring(from + 1, declared).matches("(?s).*\\bstatic\\b.*");
    }

    private static String ofClass(String type) {
        return "%1$s belongs to " + type + ": write " + type + ".%1$s.";
    }

    private static String ofObject(String type) {
        return "%s belongs to the objects of " + type + ": name it on one, behind a dot.";
    }

    private String ofMethod(String method, int open) {
        var type = TYPE.matcher(bare.substring(0, brackets.around(open).orElse(0)));
        if (type.find() && type.group(2).equals(method)) {
            return "%1$s is known only inside the constructor of "
                    + method
                    + ": declare a field of that name in the class, and write this.%1$s = %1$s; in the constructor.";
        }
        return "%s is known only inside the method "
                + method
                + " of line "
                + line(open)
                + ": return its value from there, or declare it outside.";
    }

    private static String local(String where) {
        return "%s is known only inside "
                + where
                + ": declare it before, to use it behind as well.";
    }

    /** Returns where a statement ends: a block with its brace, all else with its semicolon, or what it stands in. */
    private int statementEnd(int start) {
        if (startsWith(start, "{")) {
            return brackets.closing(start).orElse(bare.length());
        }
        var around = brackets.around(start);
        int end = around.flatMap(brackets::closing).orElse(bare.length());
        for (int i = start; i < end; i++) {
            if (bare.charAt(i) == ';' && brackets.around(i).equals(around)) {
                return i;
            }
        }
        return end;
    }

    private String wordBefore(int at) {
        var word = WORD_BEFORE.matcher(bare.substring(0, at));
        return word.find() ? word.group(1) : "";
    }

    private boolean startsWith(int at, String text) {
        return at >= 0 && bare.startsWith(text, at);
    }

    private int next(int from) {
        int at = from;
        while (at < bare.length() && Character.isWhitespace(bare.charAt(at))) {
            at++;
        }
        return at;
    }

    private int line(int at) {
        return before + 1 + (int) bare.substring(0, at).chars().filter(c -> c == '\n').count();
    }
}
