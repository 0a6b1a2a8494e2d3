package himalia.sampling;

import himalia.display.bundle.Visible;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
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

    /** Returns how many rows, with thousands apart as in the whole picture. */
    static String rows(int count) {
        return "%,d %s".formatted(count, count == 1 ? "row" : "rows");
    }

    String name(int code) {
        return label + " = " + classes.names().get(code);
    }

    String removed() {
        var gone = IntStream.range(0, draft.given()).filter(entry -> !draft.stays(entry)).toArray();
        var reasons =
                Arrays.stream(gone).map(draft::because).filter(e -> e != Draft.NONE).toArray();
        long made = Arrays.stream(reasons).filter(e -> !isGiven(e)).count();
        return gone.length == 0
                ? "none removed"
                : "× %,d removed%s%s"
                        .formatted(
                                gone.length,
                                made < reasons.length ? ", with lines to the reasons" : "",
                                made == 0
                                        ? ""
                                        : ", %,d of them because of a made row, which no line shows"
                                                .formatted(made));
    }

    /**
     * Says which rows were added.
     *
     * @param voted the axes that hold what the neighbours of a row hold most
     */
    String added(List<String> voted) {
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
                                                + (voted.isEmpty()
                                                        ? ""
                                                        : " but for %s, their neighbours' vote"
                                                                .formatted(
                                                                        String.join(", ", voted)))
                                                + (beyond == 0
                                                        ? ""
                                                        : ", %,d of them beyond the first, away from the second"
                                                                .formatted(beyond))
                                        : isChanged ? ", with lines to the originals" : "");
    }

    /** Says that a class has fewer rows than asked for: fewer that were added, or that stay. */
    String fewer() {
        if (draft.shortfalls().isEmpty()) {
            return "";
        }
        return IntStream.range(0, draft.given()).allMatch(draft::stays)
                ? ", fewer than asked for"
                : "; fewer stay than asked for";
    }

    /** Returns the classes with the most rows before and after, at most so many, in their order. */
    int[] largest(int most) {
        int codes = classes.names().size();
        var counts = new int[codes];
        for (var entry = 0; entry < draft.entries(); entry++) {
            counts[code(entry)]++;
        }
        return IntStream.range(0, codes)
                .boxed()
                .sorted(Comparator.comparingInt(code -> -counts[code]))
                .limit(most)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns a line for each of these classes. */
    List<String> told(int[] codes, boolean isAfter) {
        var all = new int[classes.names().size()];
        var moved = new int[all.length];
        for (var entry = 0; entry < draft.entries(); entry++) {
            if (isAfter ? draft.stays(entry) : isGiven(entry)) {
                all[code(entry)]++;
                boolean isMoved = isAfter ? !isGiven(entry) : !draft.stays(entry);
                moved[code(entry)] += isMoved ? 1 : 0;
            }
        }
        return IntStream.of(codes)
                .mapToObj(
                        code ->
                                "%s: %s%s"
                                        .formatted(
                                                Visible.line(name(code)),
                                                rows(all[code]),
                                                moved[code] == 0
                                                        ? ""
                                                        : ", %,d of them %s"
                                                                .formatted(
                                                                        moved[code],
                                                                        isAfter
                                                                                ? "new"
                                                                                : "removed")))
                .toList();
    }
}
