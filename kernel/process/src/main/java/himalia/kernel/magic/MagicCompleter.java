package himalia.kernel.magic;

import himalia.kernel.help.Completion;
import himalia.kernel.help.Completion.Candidate;
import himalia.kernel.help.Inspection;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicDescription.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes the names, options and known values of magics, and shows their help. */
public final class MagicCompleter {
    private static final Pattern NAME = Pattern.compile("(?:^|=|\\(|\\breturn)\\s*(%{1,2})(\\w*)$");
    private static final Pattern LINE =
            Pattern.compile("(?:^|=|\\(|\\breturn)\\s*%{1,2}(\\w+)\\s(.*)$");

    private static final List<String> TEXTS = List.of("java.lang.String", "java.lang.CharSequence");

    private static final List<String> PRIMITIVES =
            List.of("int", "long", "double", "float", "short", "byte", "boolean", "char");

    private final Magics magics;

    public MagicCompleter(Magics magics) {
        this.magics = magics;
    }

    /** Returns what may stand at the cursor, where it is in the line of a magic and not in Java. */
    public Optional<Completion> complete(String code, int cursor) {
        var line = lineBefore(code, cursor);
        if (line.indexOf('%') < 0) {
            return Optional.empty();
        }
        var name = NAME.matcher(line);
        if (name.find()) {
            return Optional.of(names(name, cursor));
        }
        var words = LINE.matcher(line);
        if (!words.find()) {
            return Optional.empty();
        }
        return magic(line, words.group(1)).flatMap(magic -> word(magic, words.group(2), cursor));
    }

    /** Returns the help of the magic whose line the cursor is in. */
    public Optional<Inspection> inspect(String code, int cursor) {
        int end = cursor;
        while (end < code.length() && CellRewriter.isNamePart(code.charAt(end))) {
            end++;
        }
        var line = lineBefore(code, end);
        var name = NAME.matcher(line);
        if (name.find()) {
            return magic(line, name.group(2)).map(MagicCompleter::help);
        }
        var words = LINE.matcher(line);
        return words.find()
                ? magic(line, words.group(1))
                        .map(magic -> chosen(magic, words.group(2)))
                        .map(MagicCompleter::help)
                : Optional.empty();
    }

    private static Inspection help(MagicDescription magic) {
        var help = magic.wholeHelp();
        return new Inspection(help, "```\n" + help + "\n```");
    }

    /** Returns what the words mean, the one at the cursor too. */
    private static MagicDescription chosen(MagicDescription magic, String words) {
        return TypedWords.of(magic, words + " ").taken();
    }

    private Optional<MagicDescription> magic(String line, String name) {
        return line.contains("%%" + name) ? magics.ofCell(name) : magics.ofLine(name);
    }

    private Completion names(Matcher name, int cursor) {
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
                var values = magics.values().of(found, typed.before());
                add(candidates, values, last, found.description());
            }
        } else if (typed.taken().isFamily()) {
            for (var each : typed.taken().subcommands()) {
                add(candidates, List.of(each.name()), last, each.summary());
            }
        }
        boolean others = parameter.isEmpty() || mayBeFile(parameter.get(), typed.afterOption());
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

    private static String lineBefore(String code, int cursor) {
        return code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor);
    }
}
