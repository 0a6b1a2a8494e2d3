package himalia.datatests;

import java.util.ArrayList;
import java.util.List;

/** What has been found of one value so far. */
final class Findings {
    private final String name;
    private final String value;
    private final List<String> held = new ArrayList<>();

    Findings(String value) {
        this("", value);
    }

    /**
     * Begins with nothing found.
     *
     * @param name what the value is, in the reader's words; empty where the value speaks for itself
     */
    Findings(String name, String value) {
        this.name = name.isEmpty() ? "" : name + ": ";
        this.value = value;
    }

    /** Goes on if it holds, and fails with the value and what was wanted if not. */
    void expect(boolean holds, String wanted) {
        if (!holds) {
            throw new CheckFailed("%sexpected %s to be %s".formatted(name, value, wanted));
        }
        held.add(wanted);
    }

    @Override
    public String toString() {
        return held.isEmpty()
                ? name + "nothing checked of " + value + " yet"
                : "✓ " + name + value + " is " + String.join(", ", held);
    }
}
