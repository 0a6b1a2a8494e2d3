package himalia.sampling;

import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows by how many of their nearest ones are of other classes. */
final class BorderPlaces {
    private final int neighbours;
    private final IntColumn row = IntColumn.create("row");
    private final StringColumn name = StringColumn.create("class");
    private final IntColumn others = IntColumn.create("others");
    private final StringColumn place = StringColumn.create("place");

    BorderPlaces(int neighbours) {
        this.neighbours = neighbours;
    }

    void add(String className, int[] rows, int[] foreign) {
        for (var i = 0; i < rows.length; i++) {
            row.append(rows[i]);
            name.append(className);
            others.append(foreign[i]);
            place.append(
                    foreign[i] == neighbours
                            ? "noise"
                            : BorderlineSmote.isInDanger(foreign[i], neighbours)
                                    ? "danger"
                                    : "safe");
        }
    }

    Table table() {
        return Table.create("places", row, name, others, place);
    }
}
