package himalia.kernel.magic;

import himalia.kernel.cells.NoJava;
import himalia.kernel.cells.OpenText;
import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.kernel.help.Inspection;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Parameter;
import himalia.magics.spi.SubcommandWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Completes the names, options and known values of magics, and shows their help. */
public final class MagicCompleter {
    /** Behind these a magic may stand, as the first of a line. */
    private static final String PLACES = "(?:^|=|\\(|;|\\{|->|\\breturn|\\belse)\\s*";

    private static final Pattern NAME = Pattern.compile(PLACES + "(%{1,2})(\\w*)$");
    private static final Pattern LINE = Pattern.compile(PLACES + "(%{1,2})(\\w+)\\s");

    /** A magic that measures what stands behind it, and another magic there. */
    private static final Pattern MEASURED = Pattern.compile("^\\s*%(\\w+)\\s+(?=%)");

    private static final List<String> TEXTS = List.of("java.lang.String", "java.lang.CharSequence");

    private static final List<String> PRIMITIVES =
            List.of("int", "long", "double", "float", "short", "byte", "boolean", "char");

    private final Magics magics;

    public MagicCompleter(Magics magics) {
        this.magics = magics;
    }

    /** A magic in a line, and its words up to the cursor. */
    private record Typed(MagicDescription magic, boolean cell, String words) {
        /** Whether Java stands behind its options. */
        boolean takesJava() {
            boolean measures =
                    magic.kind() == MagicDescription.Kind.AROUND && !cell
                            || CodeLine.isTakenBy(magic);
            return measures && !words.substring(words.lastIndexOf(' ') + 1).startsWith("-");
        }
    }

    /** Returns what may stand at the cursor, where it is in the line of a magic and not in Java. */
    public Optional<Completion> complete(String code, int cursor) {
        var name = name(code, cursor);
        return name.isPresent()
                ? Optional.of(names(name.get(), cursor))
                : typed(code, cursor).flatMap(typed -> word(typed.magic(), typed.words(), cursor));
    }

    /** Returns the help of the magic whose line the cursor is in. */
    public Optional<Inspection> inspect(String code, int cursor) {
        int end = CellRewriter.endOfName(code, cursor);
        return name(code, end)
                .map(name -> magic(name.group(1), name.group(2)))
                .orElseGet(
                        () -> typed(code, end).map(typed -> chosen(typed.magic(), typed.words())))
                .map(MagicCompleter::help);
    }

    /** Whether the cursor is in the Java that a magic measures. */
    public boolean isInJava(String code, int cursor) {
        int end = CellRewriter.endOfName(code, cursor);
        return name(code, end).isEmpty() && typed(code, end).filter(Typed::takesJava).isPresent();
    }

    /** Whether a word of a magic's begins at the cursor, which may be anything but a name that Java knows. */
    public boolean isBeforeWord(String code, int cursor) {
        return typed(code, cursor)
                .filter(typed -> !typed.takesJava())
                .filter(typed -> typed.words().isBlank() || typed.words().endsWith(" "))
                .isPresent();
    }

    /** Returns the magic whose text the cursor is in, below its line: that is no Java. */
    public Optional<String> ofText(String code, int cursor) {
        int start = SqlHead.beginOfCode(code, 0);
        while (code.startsWith("%%", start)) {
            int end = code.indexOf('\n', start);
            var magic =
                    magics.ofCell(
                            code.substring(start + 2, CellRewriter.endOfName(code, start + 2)));
            if (end < 0 || cursor <= end || magic.isEmpty()) {
                return Optional.empty();
            }
            if (magic.get().kind() != MagicDescription.Kind.AROUND) {
                return magic.filter(each -> each.kind() == MagicDescription.Kind.TEXT_BODY)
                        .map(MagicDescription::name);
            }
            start = SqlHead.beginOfCode(code, end + 1);
        }
        return Optional.empty();
    }

    /** Returns the name of a magic that the cursor is in. */
    private Optional<MatchResult> name(String code, int cursor) {
        var line = lineBefore(code, cursor);
        return NAME.matcher(line)
                .results()
                .filter(found -> isCode(code, cursor - line.length(), found.start(1)))
                .findFirst();
    }

    /** Returns the last magic that begins in the line before the cursor. */
    private Optional<Typed> typed(String code, int cursor) {
        var line = lineBefore(code, cursor);
        return LINE.matcher(line)
                .results()
                .filter(found -> isCode(code, cursor - line.length(), found.start(1)))
                .flatMap(
                        found ->
                                magic(found.group(1), found.group(2)).stream()
                                        .map(
                                                magic ->
                                                        new Typed(
                                                                magic,
                                                                found.group(1).length() == 2,
                                                                line.substring(found.end()))))
                .reduce((before, last) -> last);
    }

    /** In a text a percent sign is one; what begins a line is a magic's, whatever stands above. */
    private static boolean isCode(String code, int line, int at) {
        return code.substring(line, line + at).isBlank()
                || OpenText.in(NoJava.blanked(code.substring(0, line + at))) < 0;
    }

    private static Inspection help(MagicDescription magic) {
        var help = magic.wholeHelp();
        return new Inspection(help, "```\n" + help + "\n```");
    }

    /** Returns what the words mean, the one at the cursor too. */
    private static MagicDescription chosen(MagicDescription magic, String words) {
        return TypedWords.of(magic, words + " ").taken();
    }

    private Optional<MagicDescription> magic(String signs, String name) {
        return signs.length() == 2 ? magics.ofCell(name) : magics.ofLine(name);
    }

    private Completion names(MatchResult name, int cursor) {
        boolean cell = name.group(1).length() == 2;
        var candidates = new ArrayList<Candidate>();
        for (var magic : magics.list()) {
            boolean fits =
                    cell ? magic.kind() != MagicDescription.Kind.LINE : isOfLine(magic.kind());
            if (fits && magic.name().startsWith(name.group(2))) {
                candidates.add(
                        new Candidate(name.group(1) + magic.name(), "magic", magic.summary()));
            }
        }
        int start = cursor - name.group(1).length() - name.group(2).length();
        return new Completion(start, cursor, candidates);
    }

    private static boolean isOfLine(MagicDescription.Kind kind) {
        return kind == MagicDescription.Kind.LINE || kind == MagicDescription.Kind.AROUND;
    }

    private Optional<Completion> word(MagicDescription magic, String words, int cursor) {
        var typed = TypedWords.of(magic, words);
        var last = typed.last();
        var candidates = new ArrayList<Candidate>();
        var parameter = typed.parameter();
        if (last.startsWith("-") && !typed.afterOption()) {
            for (var option : typed.taken().options()) {
                add(candidates, option.names(), last, option.description());
            }
        } else if (parameter.isPresent()) {
            var found = parameter.get();
            add(candidates, found.candidates(), last, found.description());
            if (typed.isAskable()) {
                var values =
                        magics.values().of(found, typed.before()).stream()
                                .filter(value -> value.startsWith(typed.bare()))
                                .map(typed::written)
                                .toList();
                add(candidates, values, "", found.description());
            }
        } else if (typed.taken().isFamily()) {
            for (var each : SubcommandWord.offered(typed.taken())) {
                add(candidates, List.of(each.name()), last, each.summary());
            }
        }
        boolean takesNothing =
                parameter.isEmpty()
                        && typed.taken().kind() == MagicDescription.Kind.LINE
                        && !typed.taken().isFamily()
                        && typed.taken().positional(0).isEmpty();
        boolean others =
                !takesNothing && parameter.isEmpty()
                        || parameter.isPresent() && mayBeFile(parameter.get(), typed.afterOption());
        int start = cursor - last.length();
        return candidates.isEmpty() && others
                ? Optional.empty()
                : Optional.of(new Completion(start, cursor, candidates));
    }

    /** Where columns or numbers are meant, files are not; what takes a file behind an option says so by its type. */
    private static boolean mayBeFile(Parameter parameter, boolean option) {
        var type = parameter.type();
        boolean number = type.startsWith("java.lang.") && !TEXTS.contains(type);
        return parameter.valuesFrom().isEmpty()
                && !number
                && !PRIMITIVES.contains(type)
                && !(option && type.equals("java.lang.String"));
    }

    private static void add(List<Candidate> to, List<String> texts, String prefix, String about) {
        for (var text : texts) {
            if (text.startsWith(prefix)) {
                to.add(new Candidate(text, "keyword", about));
            }
        }
    }

    /** The line up to the cursor, behind {@code %time} where another magic follows it. */
    private String lineBefore(String code, int cursor) {
        var line = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
        var measured = MEASURED.matcher(line);
        boolean around =
                measured.find()
                        && magics.ofLine(measured.group(1))
                                .filter(magic -> magic.kind() == MagicDescription.Kind.AROUND)
                                .isPresent();
        return around ? line.substring(measured.end()) : line;
    }
}
