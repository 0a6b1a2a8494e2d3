package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NewTableTest {
    private final Table table =
            Table.create(
                    "points",
                    DoubleColumn.create("x", 0, 10, 20, 100, 110, 200, 210),
                    StringColumn.create("class", "a", "a", "a", "b", "b", "c", "c"));

    @Test
    void aMadeRowKeepsItsLabelWhereOneBeforeItIsDropped() {
        var examples = Examples.of(table, "class", "test");
        var draft = examples.draft();
        int first = draft.make(3, 4, 0.5);
        draft.make(3, 4, 0.25);
        draft.make(5, 6, 0.5);
        draft.remove(first, Draft.NONE);

        var made = examples.grown(draft).table();

        assertThat(made.doubleColumn("x").asList())
                .containsExactly(0.0, 10.0, 20.0, 100.0, 110.0, 200.0, 210.0, 102.5, 205.0);
        assertThat(made.stringColumn("class").asList())
                .containsExactly("a", "a", "a", "b", "b", "c", "c", "b", "c");
    }

    @Test
    void theGivenColumnsStayAsTheyAre() {
        var examples = Examples.of(table, "class", "test");
        var draft = examples.draft();
        draft.make(3, 4, 0.5);

        examples.grown(draft);

        assertThat(table.rowCount()).isEqualTo(7);
        assertThat(table.column("class").size()).isEqualTo(7);
    }

    @Test
    void rowsMadeOneByOneTakeRoomTogether() {
        var draft = new Draft(2);

        for (int row = 0; row < 300_000; row++) {
            draft.room(1);
            draft.make(0, 1, 0.5);
        }

        assertThat(draft.entries()).isEqualTo(300_002);
        assertThat(draft.at(300_001)).isEqualTo(0.5);
    }
}
