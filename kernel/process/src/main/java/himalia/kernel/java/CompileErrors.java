package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;

/** What the compiler has to say, with the line it means and a mark under the place. */
public final class CompileErrors {
    /** The names of classes that hold what cells declare, which the user did not write. */
    private static final Pattern WRAPPER =
            Pattern.compile(
                    "(?:"
                            + Cells.PACKAGE
                            + "\\.)?(?:\\$JShell\\$\\w+|\\$Watch\\d+|"
                            + Cells.NAME
                            + ")\\.?");

    /** How classes without a name are called, which the user did not name either. */
    private static final Pattern ANONYMOUS = Pattern.compile("<anonymous [\\w.]*\\$[\\w.$]*>");

    /** How the compiler's codes begin for a name that nothing declares. */
    static final String MISSING = "compiler.err.cant.resolve";

    private static final String UNREACHABLE = "compiler.err.unreachable.stmt";

    static final String NO_STATEMENT = "compiler.err.not.stmt";

    static final Pattern UNREAD =
            Pattern.compile("compiler\\.err\\.(?:expected\\d?|premature\\.eof|illegal\\.start.*)");

    /** Characters of a line that are shown. */
    private static final int LONGEST = 300;

    /** Of a hundred mistakes the first ones get their hints: the others are mostly their doing, and a hint may take a while. */
    private static final int MOST_ADVICE = 20;

    private CompileErrors() {}

    /** Returns what JShell has against a snippet. */
    static List<Problem> problems(Stream<Diag> diagnostics) {
        return diagnostics
                .filter(Diag::isError)
                .map(
                        each ->
                                new Problem(
                                        each.getCode(),
                                        each.getMessage(Locale.ENGLISH),
                                        each.getStartPosition(),
                                        each.getEndPosition()))
                .toList();
    }

    /** Returns the lines for all errors in the text of a place. */
    static List<String> of(List<Problem> problems, Places.Place place, Advisor advisor) {
        var lines = new ArrayList<String>();
        var mistake = advisor.mistake(place.source(), problems);
        int known =
                mistake.map(found -> lineStart(found, place.source())).orElse(Integer.MAX_VALUE);
        // What follows a form that is no Java are its consequences.
        var told =
                meant(problems, place).stream()
                        .filter(each -> each.start() < known)
                        .filter(each -> !isCutOff(each, mistake, place.source()))
                        .toList();
        int advised = 0;
        for (var places : byMeaning(told)) {
            var problem = places.get(0);
            add(problem, place, lines);
            if (advised++ < MOST_ADVICE) {
                addHint(advisor.about(problem, place.source(), place.line()), lines);
            }
            int more = places.size() - 1;
            if (more > 0) {
                lines.add(
                        "    … the same in " + more + (more == 1 ? " more place" : " more places"));
            }
        }
        mistake.ifPresent(
                found -> {
                    add(found.problem(), place, lines);
                    addHint(Optional.of(found.hint()), lines);
                });
        return lines;
    }

    /** One name that is missing is one mistake, in however many places; of all else each is one. */
    private static Collection<List<Problem>> byMeaning(List<Problem> problems) {
        var groups = new LinkedHashMap<Object, List<Problem>>();
        for (var problem : problems) {
            var meaning = problem.code().startsWith(MISSING) ? problem.message() : problem;
            groups.computeIfAbsent(meaning, each -> new ArrayList<>()).add(problem);
        }
        return groups.values();
    }

    /** Where a source cannot be read, names seem to be missing that it declares, and its last line is no value any more. */
    private static List<Problem> meant(List<Problem> problems, Places.Place place) {
        var source = place.source();
        var apart =
                problems.stream()
                        .filter(
                                each ->
                                        !Consequences.isOne(
                                                each, problems, source, place.cellText()))
                        .toList();
        return apart.isEmpty() ? problems : readable(apart, source);
    }

    private static List<Problem> readable(List<Problem> problems, String source) {
        var unread =
                problems.stream().filter(each -> UNREAD.matcher(each.code()).matches()).findFirst();
        return unread.isEmpty()
                ? problems.stream().filter(each -> !isOfFinal(each, problems, source)).toList()
                : problems.stream()
                        .filter(each -> !each.code().startsWith(MISSING))
                        .filter(each -> !each.code().equals(UNREACHABLE))
                        .filter(
                                each ->
                                        !isValueAtEnd(each, source)
                                                || each.start() < unread.get().start())
                        .toList();
    }

    /** Whether the constructor of a class above is missing that may not stand there at all. */
    private static boolean isOfFinal(Problem problem, List<Problem> problems, String source) {
        int at = clamp((int) problem.start(), source);
        return problem.code().startsWith("compiler.err.cant.apply")
                && problems.stream()
                        .filter(each -> each.code().endsWith("cant.inherit.from.final"))
                        .map(each -> clamp((int) each.start(), source))
                        .anyMatch(each -> each > at && source.indexOf('{', at) > each);
    }

    private static boolean isValueAtEnd(Problem problem, String source) {
        return problem.code().equals(NO_STATEMENT)
                && source.substring(clamp((int) problem.end(), source)).isBlank();
    }

    /** Whether a source ends for the compiler where a comment begins that never ends. */
    private static boolean isCutOff(
            Problem problem, Optional<Advisor.Diagnosis> mistake, String source) {
        int at = mistake.map(found -> (int) found.problem().start()).orElse(0);
        int behind = (int) problem.start() + 1;
        return source.startsWith("/*", at)
                && problem.start() >= 0
                && behind <= at
                && source.substring(behind, at).isBlank();
    }

    private static int lineStart(Advisor.Diagnosis found, String source) {
        return source.lastIndexOf('\n', (int) found.problem().start() - 1) + 1;
    }

    /** Returns the line that says what to do. */
    static String hint(String text) {
        return "    " + Ansi.bold("Hint") + ": " + text;
    }

    /** Returns the lines for a name that is missing until something declares it: where it stands, and what may be meant. */
    static List<String> waiting(Advisor.Diagnosis found, Places.Place place) {
        var lines = new ArrayList<String>();
        int start = (int) found.problem().start();
        if (start >= 0) {
            addMarked(start, (int) found.problem().end(), place, lines);
        }
        addHint(Optional.of(found.hint()), lines);
        return lines;
    }

    private static void addHint(Optional<String> hint, List<String> lines) {
        hint.map(text -> WRAPPER.matcher(text).replaceAll(""))
                .map(CompileErrors::hint)
                // The same name may be missing in many places.
                .filter(each -> !lines.contains(each))
                .ifPresent(lines::add);
    }

    private static void add(Problem problem, Places.Place place, List<String> lines) {
        var source = place.source();
        int start = clamp((int) problem.start(), source);
        int end = Math.max(start + 1, clamp((int) problem.end(), source));
        if (isOurs(source, start, place)) {
            // What is missing is missing at the end of what was typed.
            start = source.substring(0, lineStart(source, start)).stripTrailing().length();
            end = start;
        }
        var where = place.where(lineNumber(source, start));
        lines.add(Ansi.red("Error") + " in " + Ansi.cyan(where) + ": " + message(problem));
        addMarked(start, end, place, lines);
    }

    /** Adds the line in which something stands, and a mark under it. */
    private static void addMarked(int start, int end, Places.Place place, List<String> lines) {
        var source = place.source();
        int lineStart = lineStart(source, start);
        int lineEnd = lineEnd(source, start);
        int line = lineNumber(source, start);
        var text = source.substring(lineStart, lineEnd);
        if (text.isBlank()) {
            return;
        }
        var typed = place.typed(line);
        if (!text.contains(TypedMark.MAGIC) || typed.isBlank()) {
            int length = Math.max(1, Math.min(end, lineEnd) - start);
            addExcerpt(text, start - lineStart, length, lines);
        } else {
            var mark = TypedMark.of(source, start, Math.min(end, lineEnd), lineStart, typed);
            addExcerpt(typed, mark.start(), mark.length(), lines);
        }
    }

    /** Whether a place is in a line that only closes what a magic's Java opened; nobody typed it. */
    private static boolean isOurs(String source, int at, Places.Place place) {
        var text = source.substring(lineStart(source, at), lineEnd(source, at)).strip();
        return source.contains(TypedMark.MAGIC)
                && text.matches("[)};\\s]*")
                && !text.equals(place.typed(lineNumber(source, at)).strip());
    }

    private static int lineStart(String source, int at) {
        return at == 0 ? 0 : source.lastIndexOf('\n', at - 1) + 1;
    }

    static int lineEnd(String source, int at) {
        int end = source.indexOf('\n', at);
        return end < 0 ? source.length() : end;
    }

    private static int lineNumber(String source, int at) {
        return 1
                + (int)
                        source.substring(0, lineStart(source, at))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
    }

    /** Adds the line with its wrong part marked; of a line as long as a file, what is around that. */
    private static void addExcerpt(String line, int start, int length, List<String> lines) {
        int from = line.length() <= LONGEST ? 0 : Math.max(0, start - LONGEST / 2);
        int to = Math.min(line.length(), from + LONGEST);
        var before = from > 0 ? "…" : "";
        int width = Math.max(1, Math.min(start + length, to) - start);
        lines.add("    " + before + line.substring(from, to) + (to < line.length() ? "…" : ""));
        lines.add(
                "    " + " ".repeat(before.length() + start - from) + Ansi.red("^".repeat(width)));
    }

    /** Returns the compiler's message with the simple names of classes, without the lines that speak of wrappers of ours. */
    public static String message(Problem problem) {
        var call = Arguments.message(problem.message());
        if (call.isPresent()) {
            return WRAPPER.matcher(call.get()).replaceAll("");
        }
        var kept = new ArrayList<String>();
        for (var line : problem.message().split("\n")) {
            var words = Named.inWords(SimpleNames.in(line.strip()));
            var named = WRAPPER.matcher(words).replaceAll("");
            var own = ANONYMOUS.matcher(named).replaceAll("this class");
            if (!own.strip().equals("location: class")) {
                kept.add(own.strip().replaceFirst(";$", "").replaceFirst(":\\s+", ": "));
            }
        }
        return String.join("; ", kept).replace(" in method do_it$()", "").replace(" in  ", " ");
    }

    static int clamp(int position, String source) {
        return Math.max(0, Math.min(position, source.length()));
    }
}
