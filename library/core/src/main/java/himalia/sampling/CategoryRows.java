package himalia.sampling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.columns.Column;

/** The categories of the rows that are added: of each and each column, a row that has the category. */
final class CategoryRows {
    private final Draft draft;
    private final Categories categories;
    private final List<int[]> rows = new ArrayList<>();

    CategoryRows(Draft draft, Categories categories) {
        this.draft = draft;
        this.categories = categories;
    }

    Categories categories() {
        return categories;
    }

    void add(int[] ofColumns) {
        rows.add(ofColumns);
    }

    boolean has(String column) {
        return categories.columns().contains(column);
    }

    /** Returns a column of the new table. */
    Column<?> column(Column<?> column, int[] kept) {
        var place = categories.columns().indexOf(column.name());
        return column.subset(
                IntStream.of(kept)
                        .map(
                                entry ->
                                        entry < draft.given()
                                                ? entry
                                                : rows.get(entry - draft.given())[place])
                        .toArray());
    }
}
