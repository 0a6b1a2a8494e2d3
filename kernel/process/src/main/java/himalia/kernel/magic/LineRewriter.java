package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Lexer;
import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.magics.spi.MagicDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds {@code %name} in code: as the first token of a line, or right after {@code =}, {@code return} or {@code (}, and
 * only where a magic of that name exists, because {@code a %b} is Java. It ends at the end of the line or an unquoted
 * semicolon. What stands there is no Java before it is rewritten: texts and comments are told apart by the lexer of Java,
 * all else is counted here.
 */
final class LineRewriter {
    /** What is shown instead of what the magic does. */
    private static final Pattern INSTEAD = Pattern.compile("--help|\\s--java(?![\\w-])");

    private static final Pattern ASSIGNED = Pattern.compile("[\\w>\\]]\\s+\\w+\\s*=\\s*\\z");

    private final Magics magics;
    private final Predicate<String> declared;
    private final String source;
    private final LineEnds ends;
    private final int firstLine;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder code = new StringBuilder();
    private int codeLine;

    /** The last character of the code that is neither blank nor in a comment; 0 before there is one. */
    private char tail;

    private int at;

    /** The brackets that are open. */
    private final StringBuilder open = new StringBuilder();

    LineRewriter(Magics magics, Predicate<String> declared, String source, int firstLine) {
        this.magics = magics;
        this.declared = declared;
        this.source = source;
        this.ends = new LineEnds(source);
        this.firstLine = firstLine;
        this.codeLine = firstLine;
    }

    List<Part> parts() throws MagicSyntaxException {
        while (at < source.length()) {
            int after = Lexer.skip(source, at);
            if (after > at) {
                code.append(source, at, after);
                tail = source.charAt(at) == '/' ? tail : source.charAt(at);
                at = after;
                continue;
            }
            char c = source.charAt(at);
            if (c == '%' && magic() || c == '!' && shell()) {
                continue;
            }
            if (c == '{' || c == '(') {
                open.append(c);
            } else if ((c == '}' || c == ')') && !open.isEmpty()) {
                open.setLength(open.length() - 1);
            }
            code.append(c);
            tail = Character.isWhitespace(c) ? tail : c;
            at++;
        }
        flush();
        return parts;
    }

    /** Rewrites the magic that begins here, if one does. */
    private boolean magic() throws MagicSyntaxException {
        int end = at + 1;
        while (end < source.length() && CellRewriter.isNamePart(source.charAt(end))) {
            end++;
        }
        var name = source.substring(at + 1, end);
        var before = code.toString().stripTrailing();
        boolean begins = ends.isFirst(at);
        // Behind a semicolon or an opening brace no value stands that a remainder could be of.
        boolean first = begins || tail == ';' || tail == '{' || isBehindMagic();
        if (name.isEmpty() || !Character.isLetter(name.charAt(0)) || !(first || opens(before))) {
            return false;
        }
        var magic = magics.ofLine(name).orElse(null);
        if (magic == null) {
            if (begins && complete()) {
                throw new MagicSyntaxException(magics.unknown("%" + name), line());
            }
            return false;
        }
        if (first && open.isEmpty() && magic.kind() == MagicDescription.Kind.AROUND) {
            around(magic, end);
        } else if (CodeLine.isTakenBy(magic)) {
            code(magic, end, first);
        } else if (magic.kind() == MagicDescription.Kind.LINE || helpWanted(end)) {
            line(magic, end, first);
        } else if (magic.kind() == MagicDescription.Kind.AROUND) {
            throw new MagicSyntaxException(
                    "%%%s measures the code behind it and stands outside of blocks, where a statement begins; to measure all of a cell write %%%%%s as its first line"
                            .formatted(name, name),
                    line());
        } else {
            throw new MagicSyntaxException(
                    "%" + name + " needs a body: write %%" + name + " as the first line of a cell",
                    line());
        }
        return true;
    }

    /** Rewrites the shell command that begins here, if one does: {@code !name} may be Java. */
    private boolean shell() throws MagicSyntaxException {
        boolean block = !open.isEmpty() && open.charAt(open.length() - 1) == '{';
        boolean assigned = ASSIGNED.matcher(code).find();
        // In a block its braces close where those of the block do.
        int end = block && !assigned ? ends.ofWords(at + 1) : ends.ofLine(at);
        var command = source.substring(at + 1, end).strip();
        var line = new ShellLine(command, declared, source.substring(0, at));
        boolean statement = open.isEmpty() || block;
        boolean begins =
                statement
                        && ends.isFirst(at)
                        && complete()
                        && (block ? line.isCommandInBlock(source) : !line.isJava());
        boolean behind = tail == ';' || tail == '{' || isBehindMagic();
        boolean follows = statement && !ends.isFirst(at) && behind && line.isCommandIn(source);
        boolean given = assigned && line.isCommandIn(source);
        var magic = magics.ofLine(given ? "sx" : "sh").orElse(null);
        if (magic == null || command.isEmpty() || !(begins || follows || given)) {
            return false;
        }
        var java = JavaCall.line(magic, List.of(line.word())) + ";";
        statement(java, open.isEmpty() && !given && !isWhole(), end);
        return true;
    }

    private List<LineWords.Word> command(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(new ShellLine(text, declared, source.substring(0, at)).word());
    }

    /**
     * Goes on with a statement in the place of what stands up to {@code end}: in the code, or as a part of its own, where
     * what stands above is compiled by itself.
     */
    private void statement(String java, boolean apart, int end) {
        if (apart) {
            flush();
            codeLine = beginLine();
            parts.add(new Part(java, codeLine, Role.CODE));
        } else {
            code.append(java);
            tail = java.charAt(java.length() - 1);
        }
        at = end;
    }

    /** Whether what stands above is whole: a magic that follows is a statement behind it. */
    private boolean isWhole() {
        var pieces = Cutter.cut(code.toString());
        return pieces.isEmpty() || pieces.get(pieces.size() - 1).closed();
    }

    /** Whether a magic ended here with its semicolon. */
    private boolean isBehindMagic() {
        return tail == 0 && code.toString().isBlank() && at > 0 && !parts.isEmpty();
    }

    /** Whether a statement may begin here. */
    private boolean complete() {
        return tail == 0 || tail == ';' || tail == '}' || tail == '{';
    }

    private boolean helpWanted(int from) {
        return INSTEAD.matcher(source.substring(from, ends.ofLine(from))).find();
    }

    private void line(MagicDescription magic, int from, boolean first) throws MagicSyntaxException {
        boolean alone = first && open.isEmpty();
        int end = ends.ofWords(from);
        boolean command = alone && ShellLine.isTakenBy(magic) && !helpWanted(from);
        end = command ? ends.ofLine(from) : end;
        var words =
                command
                        ? command(source.substring(from, end).strip())
                        : LineWords.split(source.substring(from, end), line());
        if (alone && end < source.length() && "})".indexOf(source.charAt(end)) >= 0) {
            throw tooMany(end);
        }
        boolean closed = end < source.length() && source.charAt(end) == ';';
        var gives = FamilyLine.of(magic, words).taken().returnType();
        boolean silent = closed || gives.equals("void") || helpWanted(from);
        boolean shown = alone && !silent && source.substring(end).isBlank();
        var call =
                !first
                        ? JavaCall.line(magic, words)
                        : shown
                                ? JavaCall.shownLine(magic, words)
                                : JavaCall.statement(magic, words, silent);
        if (alone && (magic.apart() || !isWhole())) {
            statement(call + (shown ? "" : ";"), true, closed ? end + 1 : end);
            return;
        }
        // Inside other code the line ends where a statement would.
        boolean statement = first || end == source.length() || source.charAt(end) == '\n';
        statement(call + (!closed && !shown && statement ? ";" : ""), false, end);
    }

    /** A magic that takes code takes all of the line, its semicolons too. */
    private void code(MagicDescription magic, int from, boolean first) throws MagicSyntaxException {
        boolean alone = first && open.isEmpty();
        int end = alone ? ends.ofStatement(from) : ends.ofWords(from);
        var given = CodeLine.of(magic, source.substring(from, end), line());
        int unopened = Cutter.unopened(given.code());
        if (unopened >= 0) {
            throw tooMany(end - given.code().length() + unopened);
        }
        var call = JavaCall.code(magic, given);
        if (!alone) {
            statement(first ? JavaCall.shown(call) : call, false, end);
            return;
        }
        boolean nothing = given.code().isBlank();
        boolean last = !nothing && source.substring(end).isBlank();
        int lines = CellRewriter.newlines(source.substring(at, end));
        statement(nothing ? call + ";" : last ? call : JavaCall.shown(call), true, end);
        codeLine += nothing ? 0 : lines;
    }

    /** Told here, because the Java that the line becomes would be closed by it. */
    private MagicSyntaxException tooMany(int closing) {
        return new MagicSyntaxException(
                "there is one %s too many behind '%s'"
                        .formatted(source.charAt(closing), source.substring(at, closing).strip()),
                line());
    }

    private void around(MagicDescription magic, int from) throws MagicSyntaxException {
        var rest = source.substring(from, ends.ofLine(from)).strip();
        if (JavaCall.HELP.contains(rest)) {
            flush();
            var help = List.of(new LineWords.Word(rest, false, false));
            parts.add(new Part(JavaCall.before(magic, help), beginLine(), Role.BEFORE));
            parts.add(new Part(JavaCall.after(magic, List.of()), beginLine(), Role.AFTER));
            codeLine = beginLine();
            at = ends.ofLine(from);
            return;
        }
        int start = from;
        while (start < source.length()
                && (source.charAt(start) == ' ' || source.charAt(start) == '\t')) {
            start++;
        }
        int end = ends.ofStatement(start);
        flush();
        int magicLine = beginLine();
        parts.add(new Part(JavaCall.before(magic, List.of()), magicLine, Role.BEFORE));
        parts.add(new Part(source.substring(start, end), magicLine, Role.CODE));
        parts.add(new Part(JavaCall.after(magic, List.of()), magicLine, Role.AFTER));
        at = end;
        codeLine = firstLine + CellRewriter.newlines(source.substring(0, end));
    }

    private static boolean opens(String before) {
        return before.endsWith("=") && !before.endsWith("==")
                || before.endsWith("(")
                || before.endsWith("return")
                        && (before.length() == 6
                                || !Character.isJavaIdentifierPart(
                                        before.charAt(before.length() - 7)));
    }

    /** How many lines of the cell stand before what is looked at. */
    private int beginLine() {
        return firstLine + CellRewriter.newlines(source.substring(0, at));
    }

    private int line() {
        return firstLine + 1 + CellRewriter.newlines(source.substring(0, at));
    }

    private void flush() {
        if (!code.toString().isBlank()) {
            parts.add(new Part(code.toString(), codeLine, Role.CODE));
        }
        code.setLength(0);
        tail = 0;
    }
}
