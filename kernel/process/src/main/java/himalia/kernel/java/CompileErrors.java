package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Cells;
import java.util.ArrayList;
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

    /** What a magic is in Java; nobody typed it. */
    private static final String MAGIC = "himalia.magics.spi.CurrentNotebook.";

    /** Characters of a line that are shown. */
    private static final int LONGEST = 300;

    private CompileErrors() {}

    /** The packages before the name of a class. */
    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[a-z_][a-z0-9_]*\\.)+(?=[A-Z])");

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
        for (var problem : problems) {
            // What follows a form that is no Java are its consequences.
            if (problem.start() < known) {
                add(problem, place, lines);
                addHint(advisor.about(problem, place.source()), lines);
            }
        }
        mistake.ifPresent(
                found -> {
                    add(found.problem(), place, lines);
                    addHint(Optional.of(found.hint()), lines);
                });
        return lines;
    }

    private static int lineStart(Advisor.Diagnosis found, String source) {
        return source.lastIndexOf('\n', (int) found.problem().start()) + 1;
    }

    /** Returns the line that says what to do. */
    static String hint(String text) {
        return "    " + Ansi.bold("Hint") + ": " + text;
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
        int lineStart = source.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        if (start == 0) {
            lineStart = 0;
        }
        int lineEnd = source.indexOf('\n', start);
        if (lineEnd < 0) {
            lineEnd = source.length();
        }
        int line = 1 + (int) source.substring(0, lineStart).chars().filter(c -> c == '\n').count();
        var text = source.substring(lineStart, lineEnd);
        lines.add(
                Ansi.red("Error")
                        + " in "
                        + Ansi.cyan(place.where(line))
                        + ": "
                        + message(problem));
        if (!text.isBlank()) {
            int length = Math.max(1, Math.min(end, lineEnd) - start);
            var typed = place.typed(line);
            if (!text.contains(MAGIC) || typed.isBlank()) {
                addExcerpt(text, start - lineStart, length, lines);
                return;
            }
            int at = lastWord(typed, source.substring(start, Math.min(end, lineEnd)));
            if (at >= 0) {
                addExcerpt(typed, at, length, lines);
            } else {
                // The magic is meant, which is where the two begin to differ.
                int magic = sameAtStart(text, typed);
                addExcerpt(typed, magic, typed.stripTrailing().length() - magic, lines);
            }
        }
    }

    /** Where it stands by itself: what is meant is an argument, and its letters may stand in the magic's name too. */
    private static int lastWord(String line, String word) {
        var found =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(word) + "(?![\\w$])").matcher(line);
        int at = -1;
        while (found.find()) {
            at = found.start();
        }
        return at;
    }

    private static int sameAtStart(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
                && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
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
            return call.get();
        }
        var kept = new ArrayList<String>();
        for (var line : problem.message().split("\n")) {
            var named = WRAPPER.matcher(line.strip()).replaceAll("");
            var own = PACKAGES.matcher(named).replaceAll("");
            if (!own.strip().equals("location: class")) {
                kept.add(own.strip().replaceFirst(";$", "").replaceFirst(":\\s+", ": "));
            }
        }
        return String.join("; ", kept).replace(" in method do_it$()", "");
    }

    private static int clamp(int position, String source) {
        return Math.max(0, Math.min(position, source.length()));
    }
}
