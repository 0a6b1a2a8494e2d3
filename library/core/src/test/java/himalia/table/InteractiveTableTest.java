package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A person's hand sorts, filters and pages; what then stands on the page is read there. */
class InteractiveTableTest {
    private final Controls controls = Controls.open();
    private final Table table =
            Table.create(
                    "numbers",
                    IntColumn.create("n", IntStream.range(0, 95).toArray()),
                    StringColumn.create(
                            "kind",
                            IntStream.range(0, 95)
                                    .mapToObj(n -> n % 2 == 0 ? "even" : "odd")
                                    .toArray(String[]::new)));

    private InteractiveTable show(TableView view) {
        var widget = view.interactive();
        widget.bundle();
        return widget;
    }

    @Test
    void thePagesFollowEachOtherAndEnd() {
        show(TableView.of(table));
        assertThat(controls.words()).contains("rows 1 to 20 of 95").contains(">19</td>");
        assertThat(controls.isEnabled("‹")).isFalse();
        controls.click("›");
        assertThat(controls.words()).contains("rows 21 to 40 of 95").contains(">20</td>");
        controls.click("»");
        assertThat(controls.words()).contains("rows 81 to 95 of 95").contains(">94</td>");
        assertThat(controls.isEnabled("›")).isFalse();
        controls.choose("rows a page", "50");
        assertThat(controls.words()).contains("rows 51 to 95 of 95");
        controls.click("‹");
        assertThat(controls.words()).contains("rows 1 to 50 of 95");
    }

    @Test
    void rowsAreSortedAndKeepTheirNumbers() {
        var widget = show(TableView.of(table).rows(10));
        controls.click("›");
        controls.choose("sort by", "n");
        controls.choose("descending");
        assertThat(controls.words()).contains("rows 1 to 10 of 95").contains(">94</td>");
        assertThat(widget.toString()).contains("94   94  even").contains("rows 1 to 10 of 95");
    }

    @Test
    void rowsAreFilteredByAColumnAndAValue() {
        var widget = show(TableView.of(table));
        assertThat(widget.rows().rowCount()).isEqualTo(95);
        controls.choose("where", "n");
        assertThat(controls.words()).contains("rows 1 to 20 of 95");
        controls.choose("≥");
        controls.type("90");
        assertThat(controls.words()).contains("rows 1 to 5 of 5 (95 in all)");
        assertThat(widget.rows().intColumn("n").asList()).containsExactly(90, 91, 92, 93, 94);
        controls.type("many");
        assertThat(controls.words())
                .contains("column &#39;n&#39; holds whole numbers; &#39;many&#39; is none")
                .contains("is none (42 is); the rows are those that were asked for before")
                .contains("rows 1 to 5 of 5 (95 in all)");
        controls.choose("rows a page", "50");
        assertThat(controls.words())
                .as("turning pages does not make it right")
                .contains("is none (42 is); the rows are those that were asked for before");
        controls.type("900");
        assertThat(controls.words()).contains("no rows (95 in all)").doesNotContain("is none");
    }

    @Test
    void aTextIsFoundInAnyColumnOfTexts() {
        table.addColumns(table.stringColumn("kind").upperCase().setName("loud"));
        table.stringColumn("loud").set(3, "evening");
        show(TableView.of(table));
        controls.choose("where", "(any text)");
        controls.type("even");
        assertThat(controls.words()).contains("rows 1 to 20 of 49 (95 in all)");
    }

    @Test
    void whatTheViewChoseIsWhatIsPagedThrough() {
        show(TableView.of(table).where(table.stringColumn("kind").isEqualTo("odd")).sort("-n"));
        assertThat(controls.words())
                .contains("rows 1 to 20 of 47 (95 in all)")
                .contains(">93</td>");
    }

    @Test
    void aTableThatChangesWhileItIsShownIsReadAnew() {
        show(TableView.of(table));
        controls.click("»");
        table.clear();
        controls.click("‹");
        assertThat(controls.words()).contains("no rows");
        table.append(
                Table.create(
                        IntColumn.create("n", new int[] {7}), StringColumn.create("kind", "odd")));
        controls.click("‹");
        assertThat(controls.words()).contains("rows 1 to 1 of 1").contains(">7</td>");
        table.removeColumns("kind");
        controls.choose("sort by", "kind");
        assertThat(controls.words()).contains("no column &#39;kind&#39;");
    }

    @Test
    void aColumnThatIsTakenAwayIsNoLongerAskedOf() {
        show(TableView.of(table));
        controls.choose("where", "kind");
        controls.type("odd");
        assertThat(controls.words()).contains("rows 1 to 20 of 47 (95 in all)");
        table.removeColumns("kind");
        controls.click("›");
        assertThat(controls.words())
                .contains("no column &#39;kind&#39; any more")
                .contains("rows 21 to 40 of 95")
                .doesNotContain("in all");
        assertThat(controls.chosen("where")).isEqualTo("(all rows)");
        controls.click("›");
        assertThat(controls.words()).contains("rows 41 to 60 of 95").doesNotContain("any more");
    }

    @Test
    void aColumnThatIsNewCanBeChosenAndWhatWasChosenStays() {
        var widget = show(TableView.of(table));
        controls.choose("where", "kind");
        controls.type("odd");
        controls.choose("sort by", "kind");
        table.insertColumn(0, table.intColumn("n").multiply(-1).setName("minus"));
        controls.click("›");
        assertThat(controls.words()).contains("rows 21 to 40 of 47");
        assertThat(controls.chosen("where")).isEqualTo("kind");
        assertThat(controls.chosen("sort by")).isEqualTo("kind");
        controls.choose("sort by", "minus");
        assertThat(widget.rows().intColumn("n").get(0)).isEqualTo(93);
    }

    @Test
    void aPageHoldsAsManyRowsAsTheViewAsksFor() {
        show(TableView.of(table).rows(7));
        assertThat(controls.words()).contains("rows 1 to 7 of 95");
        controls.choose("rows a page", "10");
        assertThat(controls.words()).contains("rows 1 to 10 of 95");
        show(TableView.of(table).rows(5000));
        assertThat(controls.words()).contains("rows 1 to 95 of 95");
    }
}
