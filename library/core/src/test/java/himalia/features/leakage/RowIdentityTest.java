package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.StandardScaler;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
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

    /** How much chance orders is that of the rows that have a number: four here, and not two hundred. */
    @Test
    void aColumnThatFourRowsFillIsNoProxy() {
        var few = DoubleColumn.create("few", 200);
        var y = StringColumn.create("y");
        for (int row = 0; row < 200; row++) {
            y.append(row % 2 == 0 ? "no" : "yes");
        }
        for (int row = 0; row < 4; row++) {
            few.set(new int[] {0, 2, 5, 7}[row], row);
        }
        var rows = Table.create("rows", few, y);

        var report = LeakageCheck.of("y").check(rows, rows);

        assertThat(report.featureAuc().get("few")).isEqualTo(1);
        assertThat(report.leaks(Leak.Kind.LABEL_PROXY)).isEmpty();
    }

    /** Of one or two rows of a class, some column of many orders them to the end by chance. */
    @Test
    void noiseIsNoProxyOfAClassOfTwoRows() {
        var random = new Random(5);
        for (int rare = 1; rare <= 4; rare++) {
            var tables = new Table[] {Table.create("train"), Table.create("test")};
            for (var table : tables) {
                for (int column = 0; column < 30; column++) {
                    table.addColumns(
                            DoubleColumn.create(
                                    "x" + column, random.doubles(200, -1, 1).toArray()));
                }
                var y = StringColumn.create("y");
                for (int row = 0; row < 200; row++) {
                    y.append(row < rare ? "rare" : "usual");
                }
                table.addColumns(y);
            }
            assertThat(
                            LeakageCheck.of("y")
                                    .check(tables[0], tables[1])
                                    .leaks(Leak.Kind.LABEL_PROXY))
                    .isEmpty();
        }
    }

    /** A file has 0.11860084 of a float, which as a double is 0.11860083788633347. */
    @Test
    void floatsThatCameByAFileAreTheSameRows() {
        var random = new Random(3);
        var floats = FloatColumn.create("f");
        var read = DoubleColumn.create("f");
        for (int row = 0; row < 300; row++) {
            floats.append((float) random.nextGaussian());
            read.append(FloatText.read(floats.get(row)));
        }
        var v = DoubleColumn.create("v", random.doubles(300).toArray());
        var all = Table.create(floats, v, LeakageNotesTest.halves(300));
        var train = all.first(225);
        var byFile = Table.create(read, v, LeakageNotesTest.halves(300));
        var step = new StandardScaler().fit(all, "y");
        var own = new StandardScaler().fit(train, "y");
        var copied = byFile.last(75).append(byFile.first(20));

        assertThat(LeakageCheck.of("y").fitted(step).check(train, byFile.last(75)).leaks())
                .singleElement()
                .satisfies(
                        leak ->
                                assertThat(leak.text())
                                        .isEqualTo(
                                                "StandardScaler has learnt from 75 of 75 test rows"));
        assertThat(LeakageCheck.of("y").fitted(own).check(train, byFile.last(75)).isClean())
                .isTrue();
        assertThat(LeakageCheck.of("y").check(train, copied).leaks(Leak.Kind.DUPLICATES))
                .singleElement()
                .satisfies(leak -> assertThat(leak.rows()).hasSize(20));
    }
}
