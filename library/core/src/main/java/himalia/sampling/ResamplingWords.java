package himalia.sampling;

import himalia.display.bundle.Visible;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A picture of a sampler's rows in words.
 *
 * @param isChanged whether rows that were added are changed copies
 */
record ResamplingWords(Draft draft, Classes classes, String label, boolean isChanged) {
    int code(int entry) {
        return classes.codes()[draft.from(entry)];
    }

    private boolean isGiven(int entry) {
        return entry < draft.given();
    }

    String name(int code) {
        return label + " = " + classes.names().get(code);
    }

    String removed() {
        var gone = IntStream.range(0, draft.given()).filter(entry -> !draft.stays(entry)).toArray();
        boolean isJoined =
                Arrays.stream(gone)
                        .anyMatch(e -> draft.because(e) != Draft.NONE && isGiven(draft.because(e)));
        return gone.length == 0
                ? "none removed"
                : "× %,d removed%s"
                        .formatted(gone.length, isJoined ? ", with lines to the reasons" : "");
    }

    String added() {
        var hows = new TreeSet<String>();
        var added = 0;
        var beyond = 0;
        var isBetween = false;
        for (var entry = draft.given(); entry < draft.entries(); entry++) {
            if (draft.stays(entry)) {
                added++;
                hows.add(draft.how(entry));
                isBetween |= draft.to(entry) != Draft.NONE;
                beyond += draft.to(entry) != Draft.NONE && draft.at(entry) < 0 ? 1 : 0;
            }
        }
        return added == 0
                ? "none added"
                : "○ %,d %s%s"
                        .formatted(
                                added,
                                String.join(" or ", hows),
                                isBetween
                                        ? ", on lines between two rows"
                                                + (beyond == 0
                                                        ? ""
                                                        : ", %,d of them beyond the first, away from the second"
                                                                .formatted(beyond))
                                        : isChanged ? ", with lines to the originals" : "");
    }

    String told(int code, boolean isAfter) {
        var entries = IntStream.range(0, draft.entries()).filter(e -> code(e) == code);
        var counts = new int[2];
        entries.forEach(
                e -> {
                    if (isAfter ? draft.stays(e) : isGiven(e)) {
                        counts[0]++;
                        counts[1] += isAfter ? isGiven(e) ? 0 : 1 : draft.stays(e) ? 0 : 1;
                    }
                });
        return "%s: %,d rows%s"
                .formatted(
                        Visible.line(name(code)),
                        counts[0],
                        counts[1] == 0
                                ? ""
                                : ", %,d of them %s"
                                        .formatted(counts[1], isAfter ? "new" : "removed"));
    }
}
