package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import himalia.model.Labels;
import himalia.table.Seeds;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Texts of more levels than a double holds the choices of. */
class BothTablesTest {
    private static Table codes(int rows, int levels, Random random) {
        var level = random.ints(rows, 0, levels).toArray();
        return Table.create(
                DoubleColumn.create("x", random.doubles(rows)),
                StringColumn.create("code", IntStream.of(level).mapToObj(i -> "code " + i)),
                StringColumn.create(
                        "y", IntStream.of(level).mapToObj(i -> i % 2 == 0 ? "p" : "q")));
    }

    @Test
    void aTextOfAThousandLevelsThatIsTheLabelIsNamedBesideAFewTestRows() {
        var random = Seeds.random(3);
        var train = codes(10_400, 1_040, random);

        var report = LeakageCheck.of("y").check(train, codes(8, 1_040, random));

        assertThat(report.leaks(Leak.Kind.LABEL_PROXY))
                .extracting(Leak::subject)
                .containsExactly("code");
    }

    private static double ofThreeThousand(int rows, IntUnaryOperator level) {
        var levels = IntStream.range(0, rows).map(level).toArray();
        var all =
                Table.create(
                        DoubleColumn.create("id", IntStream.range(0, rows).asDoubleStream()),
                        StringColumn.create(
                                "y", IntStream.of(levels).mapToObj(i -> i < 300 ? "p" : "q")));
        var train = all.first(rows - 1);
        var test = all.last(1);
        var learnt = Labels.toLearn(train, "y");
        var asked = Labels.toCompare(test, "y", learnt.classes());
        return new BothTables(train, test, learnt, asked)
                .ofLevels(
                        IntStream.of(levels).limit(rows - 1).boxed().toArray(),
                        new Object[] {levels[rows - 1]},
                        learnt.classes().indexOf("p"),
                        0.95);
    }

    /** Of a row for each level every choice is as good; each further row of the class is found by chance once in ten times. */
    @Test
    void whatChanceDoesWithThreeThousandLevelsIsANumber() {
        double expected = 3_000;
        for (int more = 1; more <= 8; more++) {
            expected *= (300.0 + more) / (3_000 + more);
        }

        assertThat(ofThreeThousand(3_000, row -> row)).isEqualTo(1);
        assertThat(ofThreeThousand(3_008, row -> row < 8 ? row : row - 8))
                .isCloseTo(expected, withinPercentage(1e-6));
    }

    /** Of all draws of five of twelve rows, of which five are of the class, those with four or five of these. */
    @Test
    void aRowInTheWrongPlaceIsCountedToo() {
        assertThat(BothTables.logAtLeast(12, 5, 5, 4))
                .isCloseTo(Math.log((5 * 7 + 1) / 792.0), withinPercentage(1e-9));
        assertThat(BothTables.logAtLeast(12, 5, 12, 5)).isEqualTo(0);
    }
}
