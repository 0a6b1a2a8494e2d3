package himalia.kernel.cells;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The names that code declares and that mean something at its end: variables of loops, parameters, what lambdas take, and
 * what the cell itself declares above. Read from the words alone, because the code is half written.
 */
public final class LocalNames {
    /** One of them. */
    public record Name(String text, Entry.Kind kind) {}

    private static final Set<String> TYPES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void");
    private static final Set<String> DECLARING =
            Set.of("class", "interface", "enum", "record", "@interface");

    /** Words that stand before a name and are no types: yield, and those of Python, whose lines are seen here too. */
    private static final Set<String> OTHERS =
            Set.of(
                    "yield",
                    "and",
                    "as",
                    "await",
                    "del",
                    "elif",
                    "except",
                    "from",
                    "global",
                    "in",
                    "is",
                    "lambda",
                    "nonlocal",
                    "not",
                    "or",
                    "print",
                    "raise",
                    "with");

    /** What follows the name of a variable where it is declared. */
    private static final Set<String> BEHIND =
            Set.of("=", ";", ",", ":", ")", "[", "&&", "&", "|", "when");

    /** What stands between brackets. */
    private static final class Scope {
        final List<Name> names = new ArrayList<>();

        /** Those that end with the statement. */
        final List<Name> ofStatement = new ArrayList<>();

        /** Where it begins, among the tokens. */
        final int from;

        /** Whether a comma is followed by another variable of the same type. */
        boolean declares;

        Scope(int from) {
            this.from = from;
        }
    }

    private final List<Token> tokens;
    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** The parameters of the block that is to come. */
    private final List<Name> ofBlock = new ArrayList<>();

    private LocalNames(String code) {
        this.tokens = Token.of(code);
        scopes.push(new Scope(-1));
    }

    /** Returns them, the innermost first. */
    public static List<Name> atEndOf(String code) {
        return new LocalNames(code).read();
    }

    /** Returns those that whole code declares for what follows it, which may not compile: nothing in brackets, closed or not. */
    public static Set<Name> declaredBy(String code) {
        var names = new LocalNames(code + "\n;");
        names.read();
        var outermost = new LinkedHashSet<Name>();
        addBackwards(names.scopes.getLast().names, outermost);
        return outermost;
    }

    private List<Name> read() {
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var scope = scopes.element();
            if (token.is("{") || token.is("(") || token.is("[")) {
                open(i);
            } else if (token.is("}") || token.is(")") || token.is("]")) {
                close(i);
            } else if (token.is(";")) {
                scope.ofStatement.clear();
                scope.declares = false;
            } else if (token.isWord() && !SourceVersion.isKeyword(token.text())) {
                word(i, scope);
            }
        }
        var all = new LinkedHashSet<Name>();
        for (var scope : scopes) {
            addBackwards(scope.ofStatement, all);
            addBackwards(scope.names, all);
        }
        return List.copyOf(all);
    }

    private static void addBackwards(List<Name> names, Set<Name> all) {
        for (int i = names.size() - 1; i >= 0; i--) {
            all.add(names.get(i));
        }
    }

    private void open(int at) {
        var scope = new Scope(at);
        if (tokens.get(at).is("{")) {
            scope.names.addAll(ofBlock);
            ofBlock.clear();
        }
        scopes.push(scope);
    }

    private void close(int at) {
        if (scopes.size() == 1) {
            return;
        }
        var closed = scopes.pop();
        if (!tokens.get(at).is(")")) {
            return;
        }
        if (is(at + 1, "->")) {
            for (int i = closed.from + 1; i < at; i++) {
                if (tokens.get(i).isWord() && (is(i + 1, ",") || is(i + 1, ")"))) {
                    add(scopes.element().ofStatement, i, Entry.Kind.VARIABLE);
                }
            }
        } else if (is(at + 1, "{") || is(at + 1, "throws")) {
            ofBlock.addAll(closed.names);
        } else {
            var outer = scopes.element();
            boolean nested = is(outer.from, "(");
            (nested ? outer.names : outer.ofStatement).addAll(closed.names);
        }
    }

    private void word(int at, Scope scope) {
        boolean typed = at > 0 && isType(tokens.get(at - 1));
        if (is(at + 1, "->") && !is(at - 1, "case") && !is(at - 1, ".")) {
            add(scope.ofStatement, at, Entry.Kind.VARIABLE);
        } else if (at > 0
                && DECLARING.contains(tokens.get(at - 1).text())
                && at + 1 < tokens.size()) {
            add(scope.names, at, Entry.Kind.TYPE);
        } else if (typed && is(at + 1, "(")) {
            add(scope.names, at, Entry.Kind.METHOD);
        } else if (at + 1 < tokens.size()
                && BEHIND.contains(tokens.get(at + 1).text())
                && (typed || scope.declares && is(at - 1, ","))) {
            add(scope.names, at, Entry.Kind.VARIABLE);
            scope.declares = true;
        }
    }

    private void add(List<Name> to, int at, Entry.Kind kind) {
        to.add(new Name(tokens.get(at).text(), kind));
    }

    /** Whether a name that follows may be declared to be of it. */
    private static boolean isType(Token token) {
        return token.isWord()
                ? TYPES.contains(token.text())
                        || !SourceVersion.isKeyword(token.text()) && !OTHERS.contains(token.text())
                : token.is(">") || token.is("]") || token.is("...");
    }

    private boolean is(int at, String text) {
        return at >= 0 && at < tokens.size() && tokens.get(at).is(text);
    }
}
