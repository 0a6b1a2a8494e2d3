package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.OneHotEncoder;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;

/** Rows that a step has learnt from, and that are nowhere as they were. */
class LostRowsTest {
    /** All rows that were learnt from stand in the table that is named, and the test rows are some of them, but for a digit. */
    @Test
    void aStepOfRowsThatCameByAFileIsNotClean() {
        var all = FittedOnTestTest.twoColumns();
        var rounded = all.last(75).copy();
        rounded.replaceColumn(
                "v", rounded.doubleColumn("v").multiply(1e4).round().divide(1e4).setName("v"));
        var step = new StandardScaler("v", "w").fit(all, "y");
        var own = new StandardScaler("v", "w").fit(all.first(225), "y");
        var check = LeakageCheck.of("y").fitted(step).from(all);
        var train = step.apply(all.first(225));

        var found = check.check(train, step.apply(rounded));
        // What the rows do not tell the columns do: their mean is 0 over both tables.
        assertThat(found.leaks())
                .extracting(Leak::kind)
                .containsExactlyInAnyOrder(Leak.Kind.NOT_CHECKED, Leak.Kind.FITTED_ON_TEST);
        assertThat(found.leaks(Leak.Kind.NOT_CHECKED))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.text())
                                    .endsWith(
                                            "75 rows that it has learnt from are in neither table, as the steps make them, and 75 of the 75 test rows are nearer to them than chance would have it");
                        });
        var butOne = step.apply(rounded.first(74).append(all.last(1)));
        assertThat(check.check(train, butOne).leaks())
                .extracting(Leak::kind)
                .containsExactly(Leak.Kind.FITTED_ON_TEST, Leak.Kind.NOT_CHECKED);
        // A table of test rows that came the same way says nothing of what they were.
        assertThat(
                        check.from(rounded)
                                .check(train, step.apply(rounded))
                                .leaks(Leak.Kind.NOT_CHECKED))
                .hasSize(1);
        assertThat(
                        LeakageCheck.of("y")
                                .fitted(own)
                                .from(all)
                                .check(own.apply(all.first(225)), own.apply(rounded))
                                .isClean())
                .isTrue();
    }

    /** Rows that a sampler has left out are lost, too, also where a step takes not all rows of the table, or many steps go on. */
    @Test
    void rowsThatWereLeftOutAreNoTestRows() {
        var all = FittedOnTestTest.twoColumns();
        var city = StringColumn.create("city");
        for (int row = 0; row < 300; row++) {
            city.append(row == 299 ? "z" : row % 3 == 0 ? "a" : "b");
        }
        all.addColumns(city);
        for (int row = 0; row < 300; row += 9) {
            all.doubleColumn("w").setMissing(row);
        }
        var train = all.first(225);
        var test = all.inRange(225, 299);
        var imputer = new SimpleImputer(SimpleImputer.Strategy.MEDIAN, "w").fit(train, "y");
        var scaler = new StandardScaler("v").fit(train, "y");
        var wide = new StandardScaler("w").fit(imputer.apply(train), "y");
        var encoder = new OneHotEncoder("city").fit(train, "y");
        var steps = List.of(imputer, scaler, wide, encoder);
        var made = train;
        var asked = test;
        for (var step : steps) {
            made = step.apply(made);
            asked = step.apply(asked);
        }
        var check = LeakageCheck.of("y").fitted(imputer, scaler, wide, encoder).from(all);

        assertThat(check.check(made, asked).leaks()).isEmpty();
        assertThat(check.check(made.first(100), asked).leaks()).isEmpty();
    }

    /** In one column each row has others beside it; its own is nearer than chance would have it. */
    @Test
    void ofOneColumnRoundedRowsAreFoundToo() {
        var all = FittedOnTestTest.twoColumns().rejectColumns("w");
        var rounded = all.last(75).copy();
        rounded.replaceColumn(
                "v", rounded.doubleColumn("v").multiply(1e7).round().divide(1e7).setName("v"));
        for (var rows : List.of(all, all.first(225))) {
            var step = new StandardScaler("v").fit(rows, "y");
            var check = LeakageCheck.of("y").fitted(step).from(all);

            assertThat(
                            check.check(step.apply(all.first(225)), step.apply(rounded))
                                    .leaks(Leak.Kind.NOT_CHECKED))
                    .hasSize(rows == all ? 1 : 0);
        }
    }
}
