package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Lexer;
import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.kernel.java.FollowUp;
import himalia.magics.spi.MagicDescription;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds {@code %name} in code: as the first token of a line, or right after {@code =}, {@code return} or {@code (}, and
 * only where a magic of that name exists, because {@code a %b} is Java. It ends at the end of the line or an unquoted
 * semicolon. What stands there is no Java before it is rewritten: texts and comments are told apart by the lexer of Java,
 * all else is counted here.
 */
final class LineRewriter {
    private final KnownNames known;
    private final String source;
    private final LineEnds ends;
    private final int firstLine;
    private final int begin;
    private final int limit;
    private final boolean runs;
    private final List<FollowUp> parts = new ArrayList<>();
    private final CodeAbove code = new CodeAbove();
    private int codeLine;
    private int at;

    /** Rewrites what stands from {@code begin} to {@code limit}, as if a line began there, to be run or only read. */
    LineRewriter(
            KnownNames known, String source, int firstLine, int begin, int limit, boolean runs) {
        this.known = known;
        this.source = source;
        this.ends = new LineEnds(source);
        this.firstLine = firstLine;
        this.begin = begin;
        this.limit = limit;
        this.runs = runs;
        this.at = begin;
        this.codeLine = beginLine();
    }

    List<FollowUp> parts() throws MagicSyntaxException {
        while (at < limit) {
            int after = Lexer.skip(source, at);
            if (after > at) {
                code.addText(source.substring(at, after));
                at = after;
                continue;
            }
            char c = source.charAt(at);
            if (c == '%' && (cellMagic() || magic()) || c == '!' && shell()) {
                continue;
            }
            code.add(c);
            at++;
        }
        flush();
        return parts;
    }

    /** Refuses a magic of a whole cell that does not begin it. */
    private boolean cellMagic() throws MagicSyntaxException {
        int end = CellRewriter.endOfName(source, at + 2);
        if (source.startsWith("%%", at)
                && isFirst()
                && code.complete()
                && known.magics().ofCell(source.substring(at + 2, end)).isPresent()) {
            throw LineSlips.notFirst(source.substring(at, end), begin > 0, line());
        }
        return false;
    }

    /** Rewrites the magic that begins here, if one does. */
    private boolean magic() throws MagicSyntaxException {
        int end = CellRewriter.endOfName(source, at + 1);
        var name = source.substring(at + 1, end);
        if (name.isEmpty()
                || !Character.isLetter(name.charAt(0))
                || code.endsInValue() && Remainder.isBy(name, source, at, known.variable())) {
            return false;
        }
        boolean begins = isFirst();
        // Behind a semicolon or an opening brace no value stands that a remainder could be of.
        boolean first = begins || follows();
        if (!first && !code.endsNoValue()) {
            return false;
        }
        var magic = known.magics().ofLine(name).orElse(null);
        if (magic == null) {
            if (begins && code.complete() || code.endsNoValue()) {
                throw new MagicSyntaxException(known.magics().unknown("%" + name), line());
            }
            return false;
        }
        if (!first && !code.opensValue()) {
            throw LineSlips.noPlace(name, line());
        }
        if (first && isAlone() && magic.kind() == MagicDescription.Kind.AROUND) {
            around(magic, end);
        } else if (SqlLine.isOne(magic, first && isAlone(), code) && !ends.helpWanted(end)) {
            sql(magic, end);
        } else if (CodeLine.isTakenBy(magic)) {
            code(magic, end, first);
        } else if (magic.kind() == MagicDescription.Kind.LINE || ends.helpWanted(end)) {
            line(magic, end, first);
        } else if (magic.kind() == MagicDescription.Kind.AROUND) {
            throw LineSlips.inBlock(name, line());
        } else {
            throw LineSlips.noBody(name, line());
        }
        return true;
    }

    /** Rewrites the shell command that begins here, if one does: {@code !name} may be Java. */
    private boolean shell() throws MagicSyntaxException {
        boolean block = code.isInBlock();
        boolean assigned = code.isAssigned() || code.isGivenAnew();
        // In a block its braces close where those of the block do.
        int end = block && !assigned ? ends.ofCommand(at + 1) : ends.ofLine(at);
        var command = source.substring(at + 1, end).strip();
        var line = new ShellLine(command, known, source.substring(0, at));
        boolean statement = code.isOutside() || block;
        boolean given = assigned && line.isCommandIn(source);
        boolean stands =
                isFirst()
                        ? (code.complete() || code.awaitsBody()) && line.begins(source, block)
                        : follows() && line.isCommandIn(source);
        var magic = known.magics().ofLine(given ? "sx" : "sh").orElse(null);
        if (magic == null || command.isEmpty() || !(statement && stands || given)) {
            return false;
        }
        var java = JavaCall.line(magic, List.of(line.word())) + ";";
        statement(java, isAlone() && !given && !code.isWhole(), end);
        return true;
    }

    private List<LineWords.Word> command(String text) {
        return text.isEmpty()
                ? List.of()
                : List.of(new ShellLine(text, known, source.substring(0, at)).word());
    }

    /** Goes on with a statement in the place of what stands up to {@code end}: in the code, or as a part of its own. */
    private void statement(String java, boolean apart, int end) {
        if (apart) {
            flush();
            codeLine = beginLine();
            parts.add(new Part(java, codeLine, Role.CODE));
        } else {
            code.addJava(java);
        }
        at = end;
    }

    private boolean isFirst() {
        return ends.isFirst(at) || begin > 0 && source.substring(begin, at).isBlank();
    }

    /** Whether a statement may begin behind what stands in the line. */
    private boolean follows() {
        return code.hasEnded() || code.isEmpty() && at > 0 && !parts.isEmpty() || code.awaitsBody();
    }

    /** Whether it belongs to no statement around it. */
    private boolean isAlone() {
        return code.isOutside() && !code.awaitsBody();
    }

    private void line(MagicDescription magic, int from, boolean first) throws MagicSyntaxException {
        boolean alone = first && isAlone();
        boolean command = ShellLine.isTakenBy(magic) && !ends.helpWanted(from);
        int end = !command ? ends.ofWords(from) : alone ? ends.ofLine(from) : ends.ofCommand(from);
        var words =
                command
                        ? command(source.substring(from, end).strip())
                        : LineWords.split(magic, source.substring(from, end), line());
        if (alone && end < source.length() && "})".indexOf(source.charAt(end)) >= 0) {
            throw tooMany(end);
        }
        boolean closed = end < source.length() && source.charAt(end) == ';';
        var gives = FamilyLine.of(magic, words).taken().returnType();
        boolean help = ends.helpWanted(from) || words.stream().anyMatch(w -> w.text().equals("-h"));
        boolean silent = closed || gives.equals("void") || help;
        boolean shown = alone && !silent && source.substring(end).isBlank();
        var call =
                !first
                        ? code.opensLambda()
                                ? JavaCall.lambda(magic, words)
                                : JavaCall.line(magic, words)
                        : shown
                                ? JavaCall.shownLine(magic, words)
                                : JavaCall.statement(magic, words, silent);
        if (alone && (magic.apart() || !code.isWhole())) {
            statement(call + (shown ? "" : ";"), true, closed ? end + 1 : end);
            if (magic.apart() && runs) {
                rest();
            }
            return;
        }
        // Inside other code the line ends where a statement would.
        boolean statement = first || end == source.length() || source.charAt(end) == '\n';
        statement(call + (!closed && !shown && statement ? ";" : ""), false, end);
    }

    /** What stands below a magic that may bring names is read again when it has run; what is wrong is told before. */
    private void rest() throws MagicSyntaxException {
        int from = at;
        if (source.indexOf('!', from) < 0 && source.indexOf('%', from) < 0) {
            return;
        }
        part(from, limit, false).parts();
        parts.add(new UnreadLines(source.substring(from, limit), () -> part(from, limit, true)));
        at = limit;
    }

    private LineRewriter part(int from, int to, boolean run) {
        return new LineRewriter(known, source, firstLine, from, to, run);
    }

    /** A magic that takes code takes all of the line, its semicolons too. */
    private void code(MagicDescription magic, int from, boolean first) throws MagicSyntaxException {
        boolean alone = first && isAlone();
        int end = alone ? ends.ofStatement(from) : ends.ofWords(from);
        var given = CodeLine.of(magic, source.substring(from, end), line());
        int unopened = Cutter.unopened(given.code());
        if (unopened >= 0) {
            throw tooMany(end - given.code().length() + unopened);
        }
        new JavaOnly(known, source).check(magic, given.code(), line());
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

    private void sql(MagicDescription magic, int from) throws MagicSyntaxException {
        int end = ends.ofLine(from);
        var given = source.substring(from, end);
        var sql = new SqlLine(magic, given, source.substring(0, at), known.variable(), line());
        boolean isValue = SqlLine.isValue(code);
        var java = isValue ? sql.value() : sql.statement(source.substring(end).isBlank());
        statement(java, !isValue, end);
    }

    /** Told here, because the Java that the line becomes would be closed by it. */
    private MagicSyntaxException tooMany(int closing) {
        return LineSlips.tooMany(source.charAt(closing), source.substring(at, closing), line());
    }

    private void around(MagicDescription magic, int from) throws MagicSyntaxException {
        var rest = source.substring(from, ends.ofLine(from)).strip();
        if (JavaCall.HELP.contains(rest)) {
            var help = List.of(new LineWords.Word(rest, false, false));
            around(magic, help, List.of(), ends.ofLine(from));
            return;
        }
        LineSlips.checkCode(magic, rest, line());
        int start = ends.ofBlanks(from);
        int end = ends.ofStatement(start);
        around(magic, List.of(), part(start, end, runs).parts(), end);
    }

    private void around(
            MagicDescription magic, List<LineWords.Word> words, List<FollowUp> inside, int end)
            throws MagicSyntaxException {
        flush();
        int line = beginLine();
        parts.add(new Part(JavaCall.before(magic, words), line, Role.BEFORE));
        parts.addAll(inside);
        parts.add(new Part(JavaCall.after(magic, List.of()), line, Role.AFTER));
        at = end;
        codeLine = beginLine();
    }

    /** How many lines of the cell stand before what is looked at. */
    private int beginLine() {
        return firstLine + CellRewriter.newlines(source.substring(0, at));
    }

    private int line() {
        return beginLine() + 1;
    }

    private void flush() {
        var above = code.take();
        if (!above.isBlank()) {
            parts.add(new Part(above, codeLine, Role.CODE));
        }
    }
}
