package himalia.kernel.java;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;

/** Remembers where each snippet stands in its cell, so that errors and the debugger can point to the user's own line. */
final class Places {
    private final Map<String, Place> bySnippet = new HashMap<>();
    private final List<Made> made = new ArrayList<>();
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
            var lines = source.split("\n", -1);
            return lineOfSnippet >= 1 && lineOfSnippet <= lines.length
                    ? lines[lineOfSnippet - 1]
                    : "";
        }
    }

    /** A snippet and its place; JShell forgets the snippets of expressions, and so do we. */
    private record Made(WeakReference<Snippet> snippet, Place place) {}

    /** Says where the snippets that JShell makes next stand. */
    synchronized void at(Place place) {
        current = place;
    }

    /** Names a new snippet; called by JShell. */
    synchronized String nextId(Snippet snippet) {
        serial++;
        var id = Integer.toString(serial);
        bySnippet.put(id, current);
        made.add(new Made(new WeakReference<>(snippet), current));
        if (made.size() % 1000 == 0) {
            made.removeIf(each -> each.snippet().get() == null);
        }
        return id;
    }

    synchronized Optional<Place> of(String snippetId) {
        return Optional.ofNullable(bySnippet.get(snippetId));
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
