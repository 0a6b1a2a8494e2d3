package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.CompiledCell;
import himalia.kernel.cells.Lines;
import himalia.kernel.cells.Site;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/** Remembers where each snippet stands in its cell, so that errors and the debugger can point to the user's own line. */
final class Places {
    private static final Pattern SHELL_CLASS = Pattern.compile("REPL\\.\\$JShell\\$\\d+[A-Z]*");

    private final Map<String, Place> bySnippet = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
    private final Map<String, Lines> byClass = new HashMap<>();
    private final Map<String, String> byShellClass = new HashMap<>();
    private Place current = new Place(0, "", 0, "", "");
    private int serial;

    /**
     * Where a snippet stands.
     *
     * @param cell the number of its cell, as the user sees it
     * @param source its text
     * @param line how many lines of the cell stand before it
     * @param cellText the whole text it is a part of, as the user typed it
     * @param origin where it comes from, where that is not the cell
     */
    record Place(int cell, String source, int line, String cellText, String origin) {
        /** Says where a line of the snippet is, counted from 1. */
        String where(int lineOfSnippet) {
            var place = origin.isEmpty() ? "cell " + cell : origin;
            return place + ", line " + (line + lineOfSnippet);
        }

        /** Returns the text of a line of the snippet, counted from 1. */
        String text(int lineOfSnippet) {
            return line(source, lineOfSnippet);
        }

        /** Returns the same line as the user typed it, with its magics; empty where nobody did. */
        String typed(int lineOfSnippet) {
            return origin.isEmpty() ? line(cellText, line + lineOfSnippet) : "";
        }

        private static String line(String text, int number) {
            var lines = text.split("\n", -1);
            return number >= 1 && number <= lines.length ? lines[number - 1] : "";
        }
    }

    /** A snippet and its place; JShell forgets the snippets of expressions, and so do we. */
    private record Made(WeakReference<Snippet> snippet, Place place) {}

    /** Says where the snippets that JShell makes next stand. */
    synchronized void at(Place place) {
        current = place;
    }

    /** Returns where the snippets that JShell makes now stand. */
    synchronized Place current() {
        return current;
    }

    /** Names a new snippet; called by JShell. */
    synchronized String nextId(Snippet snippet) {
        var id = add(current);
        made.add(new Made(new WeakReference<>(snippet), current));
        if (made.size() % 1000 == 0) {
            made.removeIf(each -> each.snippet().get() == null);
        }
        return id;
    }

    /** Names a text that stands at a place. */
    synchronized String add(Place place) {
        serial++;
        var id = Integer.toString(serial);
        bySnippet.put(id, place);
        return id;
    }

    /** Notes where the lines of a cell's class come from. */
    synchronized void lines(String className, Lines lines) {
        byClass.put(className, lines);
    }

    /** Returns a frame of a cell's class as JShell gives those of snippets: the file is # and the text's name. */
    synchronized StackTraceElement translated(StackTraceElement frame) {
        var owner = Cells.owner(frame.getClassName());
        var lines = byClass.get(owner);
        var site = lines == null ? null : lines.at(frame.getLineNumber()).orElse(null);
        if (site == null) {
            return frame;
        }
        var method = frame.getMethodName();
        boolean ours = method.equals(CompiledCell.RUN) || method.startsWith("lambda$");
        return new StackTraceElement(
                frame.getClassName(), ours ? "" : method, "#" + site.text(), site.line());
    }

    /** Returns whether JShell made the class of a frame. */
    static boolean isOfShell(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.$JShell$");
    }

    /** Returns a frame of a class that JShell made in the same way, as its own executions do. */
    synchronized StackTraceElement translated(
            StackTraceElement frame, SourceCodeAnalysis analysis) {
        var found = SHELL_CLASS.matcher(frame.getClassName());
        if (!found.lookingAt()) {
            return frame;
        }
        var place = ofClass(found.group(), analysis).orElse(null);
        int line = place == null ? 0 : place.cellLine(frame.getLineNumber());
        if (place == null || line == 0) {
            return frame;
        }
        var text =
                byShellClass.computeIfAbsent(
                        found.group(),
                        name ->
                                add(
                                        new Place(
                                                place.cell(),
                                                place.cellText(),
                                                0,
                                                place.cellText(),
                                                "")));
        var method = frame.getMethodName();
        boolean ours = method.startsWith("do_it$") || method.startsWith("lambda$");
        return new StackTraceElement(frame.getClassName(), ours ? "" : method, "#" + text, line);
    }

    synchronized Optional<Place> of(String snippetId) {
        return Optional.ofNullable(bySnippet.get(snippetId));
    }

    /** Returns where the code of a class of a whole cell stands: in the cell, and in others whose text was compiled with it. */
    synchronized List<ClassPlace> ofCell(String className) {
        var lines = byClass.get(Cells.owner(className));
        var places = new ArrayList<ClassPlace>();
        for (var part : lines == null ? List.<Lines>of() : lines.apart()) {
            var ofClass = new ArrayList<Integer>();
            for (int line = 1; line <= part.count(); line++) {
                ofClass.add(part.at(line).map(this::cellLine).orElse(0));
            }
            part.first()
                    .flatMap(site -> of(site.text()))
                    .map(place -> new ClassPlace(place.cell(), place.cellText(), ofClass))
                    .ifPresent(places::add);
        }
        return places;
    }

    private int cellLine(Site site) {
        return of(site.text()).map(place -> place.line() + site.line()).orElse(0);
    }

    /** Returns where the code of a class that JShell made stands; needs no lock of the compiler. */
    synchronized Optional<ClassPlace> ofClass(String className, SourceCodeAnalysis analysis) {
        var places = new ArrayList<Map.Entry<Snippet, Place>>();
        for (int i = made.size() - 1; i >= 0; i--) {
            var snippet = made.get(i).snippet().get();
            if (snippet != null && ClassPlace.isOf(snippet, className, analysis)) {
                places.add(Map.entry(snippet, made.get(i).place()));
            }
        }
        return ClassPlace.of(places, analysis);
    }
}
