package himalia.kernel.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts a cell into its pieces, by its brackets, semicolons and first words alone. */
public final class Cutter {
    private static final Pattern PACKAGE =
            Pattern.compile("(?:\\A|\\*/\\s*)package\\s+[\\w.]+\\s*;\\Z");

    private final String code;
    private final List<Piece> pieces = new ArrayList<>();
    private PieceClassifier head = new PieceClassifier();
    private int start = -1;
    private int comment = -1;

    private Cutter(String code) {
        this.code = code;
    }

    /** Returns the pieces in order; comments, blanks and lone semicolons between them belong to none. */
    public static List<Piece> cut(String code) {
        return new Cutter(code).run(Token.withDocs(code));
    }

    /** Returns the code with blanks for its comments and for what stands inside quotes; every place stays where it is. */
    public static String bare(String code) {
        var bare = new StringBuilder();
        for (var token : Token.of(code)) {
            blank(code, token.start(), bare);
            boolean text = token.text().startsWith("\"") || token.text().startsWith("'");
            if (text && token.kind() == Token.Kind.LITERAL) {
                bare.append('"');
                blank(code, token.end() - 1, bare);
                bare.append('"');
            } else if (token.kind() != Token.Kind.OPEN) {
                bare.append(token.text());
            }
        }
        blank(code, code.length(), bare);
        return bare.toString();
    }

    /** Returns where a comment begins that does not end, -1 where there is none. */
    public static int openComment(String code) {
        return Token.of(code).stream()
                .filter(token -> token.kind() == Token.Kind.OPEN && token.text().startsWith("/*"))
                .findFirst()
                .map(Token::start)
                .orElse(-1);
    }

    /** Returns where the first bracket stands that closes nothing, -1 where there is none or where one closes another's kind. */
    public static int unopened(String code) {
        var open = new ArrayDeque<String>();
        for (var token : Token.of(code)) {
            if (token.is("(") || token.is("[") || token.is("{")) {
                open.push(token.text());
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                if (open.isEmpty()) {
                    return token.start();
                }
                if (!opening(token.text()).equals(open.pop())) {
                    return -1;
                }
            }
        }
        return -1;
    }

    /** Returns the bracket that a closing one needs. */
    public static String opening(String closing) {
        return switch (closing) {
            case ")" -> "(";
            case "]" -> "[";
            default -> "{";
        };
    }

    private static void blank(String code, int end, StringBuilder bare) {
        while (bare.length() < end) {
            bare.append(code.charAt(bare.length()) == '\n' ? '\n' : ' ');
        }
    }

    /** Returns how many brackets are open at the end; below zero where one closes that was not opened. */
    public static int depth(String code) {
        int depth = 0;
        for (var token : Token.of(code)) {
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            }
            if (depth < 0) {
                return depth;
            }
        }
        return depth;
    }

    private List<Piece> run(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var next = after(tokens, i);
            if (token.kind() == Token.Kind.DOC) {
                comment = start < 0 ? token.start() : comment;
                continue;
            }
            if (start < 0 && token.is(";")) {
                continue;
            }
            if (start < 0) {
                start = comment < 0 ? token.start() : comment;
            }
            boolean closes = token.is(")") || token.is("]") || token.is("}");
            depth -= closes ? 1 : 0;
            if (depth < 0 || token.kind() == Token.Kind.OPEN) {
                return endWith(true);
            }
            if (depth == 0) {
                head.add(token);
            }
            depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
            boolean ends =
                    depth == 0
                            && (token.is(";") && head.endsAtSemicolon(next)
                                    || token.is("}") && head.endsAtBrace(next));
            if (ends) {
                add(token.end(), true, false);
            }
        }
        return start < 0 ? pieces : endWith(depth != 0);
    }

    private static @Nullable Token after(List<Token> tokens, int i) {
        int next = i + 1;
        while (next < tokens.size() && tokens.get(next).kind() == Token.Kind.DOC) {
            next++;
        }
        return next < tokens.size() ? tokens.get(next) : null;
    }

    private List<Piece> endWith(boolean broken) {
        add(code.length(), false, broken);
        return pieces;
    }

    private void add(int end, boolean closed, boolean broken) {
        var source = code.substring(start, end);
        // A program made for a file may begin with its package; what cells declare is in none.
        if (!pieces.isEmpty() || !PACKAGE.matcher(source).find()) {
            addPiece(source, closed, broken);
        }
        head = new PieceClassifier();
        start = -1;
        comment = -1;
    }

    private void addPiece(String source, boolean closed, boolean broken) {
        pieces.add(new Piece(source, start, closed, broken, head.shape()));
    }
}
