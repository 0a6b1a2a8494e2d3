package himalia.features.leakage;

import static himalia.features.leakage.LeakageNotesTest.chance;
import static himalia.features.leakage.LeakageNotesTest.halves;
import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.FeatureCoverage;
import java.time.LocalTime;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;

/** Rows that a report passed over, and times of day. */
class EmptyCellsTest {
    @Test
    void rowsThatMissTheTimeOrTheGroupAreCounted() {
        var table =
                Table.create("visits", halves(400), chance("dose", 400, 1), chance("at", 400, 2));
        for (int row = 0; row < 299; row++) {
            table.doubleColumn("at").setMissing(row);
        }

        assertThat(LeakageCheck.of("y").time("at").check(table.first(300), table.last(100)).notes())
                .contains(
                        "column 'at' is missing in 299 of 300 training rows, which were not compared by it; fill it, or leave them out");
    }

    @Test
    void timesOfDayThatOneTableLacksAreNoted() {
        var table = Table.create("visits", halves(400), chance("dose", 400, 1));
        table.addColumns(
                TimeColumn.create(
                        "hour",
                        IntStream.range(0, 400)
                                .mapToObj(i -> LocalTime.of(i < 300 ? 8 : 20, i % 60))
                                .toArray(LocalTime[]::new)));

        assertThat(LeakageCheck.of("y").check(table.first(300), table.last(100)).notes())
                .anySatisfy(
                        note ->
                                assertThat(note)
                                        .startsWith(
                                                "column 'hour': no test row is at a time of day that training rows are at"));
        assertThat(
                        FeatureCoverage.of(table.first(300), table.last(100))
                                .where(t -> t.stringColumn("feature").isEqualTo("hour"))
                                .doubleColumn("distance")
                                .get(0))
                .isEqualTo(1.0);
    }
}
