package himalia.datatests;

import himalia.display.bundle.CellEnd;
import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.display.bundle.Unfinished;
import java.util.ArrayList;
import java.util.List;

/** What has been found of one value so far. */
final class Findings implements Unfinished {
    private final String name;
    private final String value;
    private final List<String> held = new ArrayList<>();
    private volatile boolean asked;

    /**
     * Begins with nothing found.
     *
     * @param name what the value is, in the reader's words; empty where the value speaks for itself
     */
    private Findings(String name, String value) {
        this.name = name.isEmpty() ? "" : name + ": ";
        this.value = value;
    }

    /** Tells, when the cell ends, if nothing has been asked of it: that would look like a check that holds. */
    static Findings of(String name, String value) {
        var findings = new Findings(name, value);
        // Outside a notebook no cell ends.
        if (Display.isWatched()) {
            Display.hold(findings);
        }
        return findings;
    }

    /** Goes on if it holds, and fails with the value and what was wanted if not. */
    void expect(boolean holds, String wanted) {
        asked = true;
        Display.release(this);
        if (!holds) {
            throw new CheckFailed("%sexpected %s to be %s".formatted(name, value, wanted));
        }
        held.add(wanted);
    }

    @Override
    public void end(CellEnd how) {
        if (!asked && how == CellEnd.FINISHED) {
            Display.display(
                    MimeBundle.plain(
                            "%snothing was checked of %s: check(…) alone asks nothing, go on with what must hold, such as .isTrue() or .isEqualTo(…)"
                                    .formatted(name, value)));
        }
    }

    @Override
    public String toString() {
        return held.isEmpty()
                ? name + "nothing checked of " + value + " yet"
                : "✓ " + name + value + " is " + String.join(", ", held);
    }
}
