package himalia.kernel.java;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a semicolon is what is missing where the compiler asks for one: often it could only not read on there. */
public final class Semicolons {
    /** Of several that are missing in one statement so many are tried. */
    private static final int MOST = 8;

    /** A longer source is not read again and again. */
    private static final int LONGEST = 20_000;

    /** What stands before a value or block that goes on: what C, JavaScript and others write there, and no Java. */
    private static final Pattern GOES_ON =
            Pattern.compile("[ \\t]*(?:[\\[(\"'\\d.,:=]|[-+*/%&|^?]\\s)");

    /** A word that is no type, and a name. */
    private static final Pattern TWO_WORDS =
            Pattern.compile("(?:\\A|[;{}\\n])\\s*([a-z]\\w*)\\s+\\w+\\s*\\z");

    private static final Set<String> BEFORE_NAMES =
            Set.of(
                    "boolean",
                    "byte",
                    "short",
                    "char",
                    "int",
                    "long",
                    "float",
                    "double",
                    "var",
                    "return",
                    "throw",
                    "break",
                    "continue",
                    "yield",
                    "assert",
                    "import",
                    "package",
                    "new",
                    "else",
                    "do",
                    "case",
                    "goto");

    private Semicolons() {}

    /** Whether the source can be read with a semicolon at a place, from there on to the end of what stands there at least. */
    public static boolean mends(String source, long place) {
        int at = (int) Math.max(0, Math.min(place, source.length()));
        var bare = Cutter.bare(source);
        at = bare.length() < at ? bare.length() : bare.substring(0, at).stripTrailing().length();
        if (source.length() > LONGEST || at == 0 || !isEndOfStatement(bare, at)) {
            return false;
        }
        var text = source.substring(0, at) + ";" + source.substring(at);
        for (int tries = 0; tries < MOST; tries++) {
            var wrong = firstWrong(text, at);
            if (wrong.isEmpty() || isBehind(text, at, wrong.getAsInt())) {
                return true;
            }
            int end = text.substring(0, wrong.getAsInt()).stripTrailing().length();
            if (end <= at + 1) {
                return false;
            }
            text = text.substring(0, end) + ";" + text.substring(end);
        }
        return false;
    }

    private static boolean isEndOfStatement(String bare, int at) {
        if (GOES_ON.matcher(bare).region(at, bare.length()).lookingAt()
                || bare.startsWith("{", at + blanks(bare, at))) {
            return false;
        }
        var words = TWO_WORDS.matcher(bare.substring(0, at));
        return !words.find() || BEFORE_NAMES.contains(words.group(1));
    }

    private static int blanks(String text, int from) {
        return text.length() - from - text.substring(from).stripLeading().length();
    }

    /** Whether what is wrong stands in another statement, or on another line. */
    private static boolean isBehind(String text, int at, int wrong) {
        var between = text.substring(Math.min(at + 1, wrong), wrong).strip();
        return between.indexOf(';') >= 0 || between.indexOf('\n') >= 0;
    }

    /** Returns where the piece that a place is in, or the one that follows, is wrong first. */
    private static OptionalInt firstWrong(String text, int at) {
        var pieces = Cutter.cut(text);
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (piece.start() + piece.source().length() <= at) {
                continue;
            }
            int wrong = wrong(piece, i == pieces.size() - 1);
            if (wrong >= 0) {
                return OptionalInt.of(Math.min(text.length(), piece.start() + wrong));
            }
            if (piece.start() > at) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    /** A value alone stands only at the end of a cell. */
    private static int wrong(Piece piece, boolean isLast) {
        return SyntaxCheck.firstError(
                piece.source(), isLast && (!piece.closed() || piece.source().endsWith("}")));
    }
}
