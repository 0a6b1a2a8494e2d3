package himalia.sampling;

import java.util.stream.IntStream;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A sampler's rows, counted. */
record ResamplingCounts(Draft draft, Classes classes) {
    private int code(int entry) {
        return classes.codes()[draft.from(entry)];
    }

    Table stages() {
        int many = classes.names().size();
        var added = new int[many];
        var removed = new int[many];
        var dropped = new int[many];
        var after = classes.counts();
        for (var entry = 0; entry < draft.entries(); entry++) {
            boolean isGiven = entry < draft.given();
            int code = code(entry);
            if (!isGiven) {
                added[code]++;
                after[code]++;
            }
            if (!draft.stays(entry)) {
                after[code]--;
                (isGiven ? dropped : removed)[code]++;
            }
        }
        return Table.create(
                "stages",
                StringColumn.create("class", classes.names()),
                IntColumn.create("before", classes.counts()),
                IntColumn.create("added", added),
                IntColumn.create("removed", removed),
                IntColumn.create("dropped", dropped),
                IntColumn.create("after", after));
    }

    Table made() {
        var each = new int[draft.given()];
        var isGrown = new boolean[classes.names().size()];
        for (var entry = draft.given(); entry < draft.entries(); entry++) {
            each[draft.from(entry)]++;
            isGrown[code(entry)] = true;
        }
        var rows = IntStream.range(0, each.length).filter(row -> isGrown[code(row)]).toArray();
        return Table.create(
                "made",
                IntColumn.create("row", rows),
                StringColumn.create(
                        "class",
                        IntStream.of(rows)
                                .mapToObj(row -> classes.names().get(code(row)))
                                .toList()),
                IntColumn.create("made", IntStream.of(rows).map(row -> each[row]).toArray()));
    }
}
