package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What makes a row the same as another. */
class RowIdentityTest {
    /** Whatever is named, it is part of the row: the same number of another day is another row. */
    @Test
    void aRowOfAnotherDayIsAnotherRow() {
        var day = DateColumn.create("day");
        var kind = StringColumn.create("kind");
        var y = StringColumn.create("y");
        for (int row = 0; row < 300; row++) {
            day.append(LocalDate.of(2026, 1, 1).plusDays(row));
            kind.append("kind " + row % 3);
            y.append(row % 2 == 0 ? "yes" : "no");
        }
        var all = Table.create("days", day, kind, y);
        var train = all.first(200);
        var test = all.last(100);

        for (var check :
                new LeakageCheck[] {
                    LeakageCheck.of("y").time("day"),
                    LeakageCheck.of("y").group("day"),
                    LeakageCheck.of("y").without("day")
                }) {
            assertThat(check.check(train, test).leaks(Leak.Kind.EQUAL_ROWS)).isEmpty();
            assertThat(check.check(train, test).leaks(Leak.Kind.DUPLICATES)).isEmpty();
        }
    }
}
