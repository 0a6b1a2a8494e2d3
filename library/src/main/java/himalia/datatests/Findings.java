package himalia.datatests;

import java.util.ArrayList;
import java.util.List;

/** What has been found of one value so far. */
final class Findings {
    private final String value;
    private final List<String> held = new ArrayList<>();

    Findings(String value) {
        this.value = value;
    }

    /** Goes on if it holds, and fails with the value and what was wanted if not. */
    void expect(boolean holds, String wanted) {
        if (!holds) {
            throw new CheckFailed("expected %s to be %s".formatted(value, wanted));
        }
        held.add(wanted);
    }

    @Override
    public String toString() {
        return held.isEmpty()
                ? "nothing checked of " + value + " yet"
                : "✓ " + value + " is " + String.join(", ", held);
    }
}
