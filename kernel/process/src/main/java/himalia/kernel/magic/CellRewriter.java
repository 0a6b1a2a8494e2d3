package himalia.kernel.magic;

import himalia.kernel.java.Cell.Part;
import himalia.kernel.java.Cell.Part.Role;
import himalia.kernel.java.FollowUp;
import himalia.magics.spi.MagicDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Turns a cell with magics into parts of plain Java. */
public final class CellRewriter {
    private final KnownNames known;

    /**
     * A rewriter.
     *
     * @param magics those that cells may use
     * @param declared whether a name means something in the session: {@code !name} is Java then, no shell command
     */
    public CellRewriter(Magics magics, Predicate<String> declared) {
        this(magics, declared, name -> false);
    }

    /** The same, where it is known of which names there are variables: SQL may name them as its tables. */
    public CellRewriter(Magics magics, Predicate<String> declared, Predicate<String> variable) {
        this(magics, declared, declared, variable, (name, type) -> false);
    }

    /**
     * The same, where it is known whether Java may have a name behind {@code !}, and whether one is a variable that may be given
     * another value of a type.
     */
    public CellRewriter(
            Magics magics,
            Predicate<String> declared,
            Predicate<String> denied,
            Predicate<String> variable,
            BiPredicate<String, String> takes) {
        this.known = new KnownNames(magics, declared, denied, variable, takes);
    }

    /** Returns the parts of the cell; one part, as it stands, where there is no magic in it. */
    public List<Part> rewrite(String source) throws MagicSyntaxException {
        return read(source, false).stream().map(Part.class::cast).toList();
    }

    /**
     * The same, for a cell that is to be run: what stands below a magic that may bring names is read once more when it
     * has.
     */
    public List<FollowUp> steps(String source) throws MagicSyntaxException {
        return read(source, true);
    }

    private List<FollowUp> read(String source, boolean runs) throws MagicSyntaxException {
        if (source.indexOf('%') < 0 && source.indexOf('!') < 0) {
            return List.of(new Part(source, 0, Role.CODE));
        }
        var parts = new ArrayList<FollowUp>();
        cell(source, 0, runs, parts);
        return parts;
    }

    private void cell(String source, int line, boolean runs, List<FollowUp> parts)
            throws MagicSyntaxException {
        int start = SqlHead.beginOfCode(source, 0);
        int headLine = line + newlines(source.substring(0, start));
        var sql = SqlHead.at(source, start, known.magics());
        if (sql.isPresent()) {
            int above = newlines(source.substring(0, sql.get().end()));
            sql(sql.get(), source, line + above, runs, parts);
            return;
        }
        if (!source.startsWith("%%", start)) {
            parts.addAll(new LineRewriter(known, source, line, 0, source.length(), runs).parts());
            return;
        }
        int end = source.indexOf('\n', start);
        var head = source.substring(start + 2, end < 0 ? source.length() : end);
        var body = end < 0 ? "" : source.substring(end + 1);
        cellMagic(head, body, headLine, runs, parts);
    }

    /** Returns whether the lines below its first are a magic's, not Java's. */
    public boolean beginsWithCellMagic(String source) {
        int start = SqlHead.beginOfCode(source, 0);
        return source.startsWith("%%", start)
                || SqlHead.at(source, start, known.magics()).isPresent();
    }

    private void cellMagic(String head, String body, int line, boolean runs, List<FollowUp> parts)
            throws MagicSyntaxException {
        int length = endOfName(head, 0);
        var name = head.substring(0, length);
        var magic = known.magics().ofCell(name).orElse(null);
        if (name.isEmpty()) {
            throw LineSlips.noName(head, line + 1);
        }
        if (magic == null) {
            throw new MagicSyntaxException(known.magics().unknown("%%" + name), line + 1);
        }
        var words = LineWords.split(head.substring(length), line + 1);
        if (CodeLine.isTakenBy(magic)) {
            parts.add(
                    new Part(codeBody(magic, head.substring(length), body, line), line, Role.CODE));
            return;
        }
        boolean help =
                !magic.own()
                        && words.stream().anyMatch(word -> JavaCall.HELP.contains(word.text()));
        if (help && magic.kind() == MagicDescription.Kind.AROUND) {
            parts.add(new Part(JavaCall.before(magic, words), line, Role.BEFORE));
            parts.add(new Part(JavaCall.after(magic, List.of()), line, Role.AFTER));
            return;
        }
        if (help) {
            parts.add(new Part(JavaCall.textBody(magic, words, "") + ";", line, Role.CODE));
            return;
        }
        switch (magic.kind()) {
            case TEXT_BODY -> {
                var end = magic.returnType().equals("void") ? ";" : "";
                parts.add(new Part(JavaCall.textBody(magic, words, body) + end, line, Role.CODE));
            }
            case EXPRESSION_BODY -> expression(magic, words, body, line, runs, parts);
            case SQL_BODY -> throw new IllegalStateException("its line is read otherwise");
            case AROUND -> {
                parts.add(new Part(JavaCall.before(magic, words), line, Role.BEFORE));
                cell(body, line + 1, runs, parts);
                parts.add(new Part(JavaCall.after(magic, words), line, Role.AFTER));
            }
            case LINE ->
                    throw new MagicSyntaxException(
                            "%"
                                    + name
                                    + " is a magic of one line: write %"
                                    + name
                                    + ", not %%"
                                    + name,
                            line + 1);
        }
    }

    private void expression(
            MagicDescription magic,
            List<LineWords.Word> words,
            String body,
            int line,
            boolean runs,
            List<FollowUp> parts)
            throws MagicSyntaxException {
        var cell = ExpressionCell.of(body);
        if (runs) {
            cell.refuseWithout(magic, line);
        }
        if (!cell.before().isBlank()) {
            cell(cell.before(), line + 1, runs, parts);
        }
        int above = line + newlines(cell.before());
        for (var call : cell.calls(magic, words)) {
            parts.add(new Part(call, above, Role.CODE));
        }
    }

    /** SQL may begin on the line of its magic, behind the options. */
    private void sql(SqlHead head, String source, int line, boolean runs, List<FollowUp> parts)
            throws MagicSyntaxException {
        head.checkType(line + 1);
        int end = source.indexOf('\n', head.end());
        var rest = source.substring(head.end(), end < 0 ? source.length() : end);
        var body = end < 0 ? "" : source.substring(end + 1);
        var given = CodeLine.of(head.magic(), rest, line + 1);
        boolean isBelow = given.code().isBlank();
        var cell =
                new SqlCell(
                        isBelow ? body : given.code().stripLeading() + "\n" + body,
                        known.variable(),
                        line + (isBelow ? 2 : 1));
        cell.refuseOptions(head.magic(), given.code());
        var java = (isBelow ? "\n" : "") + cell.java();
        var arguments = SqlCell.arguments(head, given.options(), java);
        var into = SqlCell.into(head, given.options());
        for (var part : runs ? into.statements(arguments, known) : into.statements(arguments)) {
            parts.add(new Part(part, line, Role.CODE));
        }
    }

    private String codeBody(MagicDescription magic, String head, String body, int line)
            throws MagicSyntaxException {
        var given = CodeLine.of(magic, head, line + 1);
        if (!given.code().isBlank()) {
            throw new MagicSyntaxException(
                    "%%"
                            + magic.name()
                            + " takes the lines below it; only options stand beside it. Write '"
                            + given.code().strip()
                            + "' in the lines below, or in a cell above where it is not to be part of it",
                    line + 1);
        }
        new JavaOnly(known, body).check(magic, body, line + 2);
        return body.isBlank()
                ? JavaCall.code(magic, given) + ";"
                : JavaCall.code(magic, new CodeLine(given.options(), "\n" + body));
    }

    static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
