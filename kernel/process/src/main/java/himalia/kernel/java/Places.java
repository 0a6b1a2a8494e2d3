package himalia.kernel.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers where each snippet stands in its cell, so that an error can point to the user's own line. */
final class Places {
    private final Map<String, Place> bySnippet = new HashMap<>();
    private Place current = new Place(0, "", 0);
    private int serial;

    /**
     * Where a snippet stands.
     *
     * @param cell the number of its cell, as the user sees it
     * @param source its text
     * @param line how many lines of the cell stand before it
     */
    record Place(int cell, String source, int line) {
        /** Returns the text of a line of the snippet, counted from 1. */
        String text(int lineOfSnippet) {
            var lines = source.split("\n", -1);
            return lineOfSnippet >= 1 && lineOfSnippet <= lines.length
                    ? lines[lineOfSnippet - 1]
                    : "";
        }
    }

    /** Says where the snippets that JShell makes next stand. */
    void at(Place place) {
        current = place;
    }

    /** Names a new snippet; called by JShell. */
    String nextId() {
        serial++;
        var id = Integer.toString(serial);
        bySnippet.put(id, current);
        return id;
    }

    Optional<Place> of(String snippetId) {
        return Optional.ofNullable(bySnippet.get(snippetId));
    }
}
