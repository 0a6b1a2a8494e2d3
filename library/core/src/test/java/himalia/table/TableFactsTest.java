package himalia.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers are those of pandas 3.1: df.describe(), df["city"].value_counts(dropna=False). */
class TableFactsTest {
    private final Table people =
            Table.create(
                    "people",
                    IntColumn.create("age", new Integer[] {30, 40, 50, null}),
                    DoubleColumn.create("income", 1.5, 2.5, 3.5, 10),
                    StringColumn.create("city", "Oslo", "Rome", "Oslo", null));

    @Test
    void numbersAreDescribedAsPandasDoes() {
        var facts = Tables.describe(people);

        assertThat(facts.columnNames()).containsExactly("statistic", "age", "income");
        assertThat(facts.stringColumn(0).asList())
                .containsExactly("count", "mean", "std", "min", "25%", "50%", "75%", "max");
        assertThat(facts.doubleColumn("age").asList())
                .containsExactly(3.0, 40.0, 10.0, 30.0, 35.0, 40.0, 45.0, 50.0);
        assertThat(facts.doubleColumn("income").asList())
                .containsExactly(4.0, 4.375, 3.8378596465564847, 1.5, 2.25, 3.0, 5.125, 10.0);
    }

    @Test
    void aTableWithoutNumbersIsDescribedByWhatRepeats() {
        assertThat(Tables.describe(people.selectColumns("city")).stringColumn("city").asList())
                .containsExactly("3", "2", "Oslo", "2");
    }

    @Test
    void oneValueSpreadsByNoNumberAndNoneHasNoFacts() {
        var facts = Tables.describe(Table.create("t", IntColumn.create("x", 7)));
        assertThat(facts.doubleColumn("x").isMissing(2)).isTrue();
        var none = Tables.describe(Table.create("t", IntColumn.create("x")));
        assertThat(none.doubleColumn("x").get(0)).isZero();
        assertThat(none.doubleColumn("x").countMissing()).isEqualTo(7);
    }

    @Test
    void theMostFrequentValueIsFirstAndTheMissingOnesApart() {
        var cities = Tables.valueCounts(people.column("city"));
        assertThat(cities.stringColumn("city").asList()).containsExactly("Oslo", "Rome", "");
        assertThat(cities.intColumn("count").asList()).containsExactly(2, 1, 1);

        var numbers = Tables.valueCounts(IntColumn.create("count", 3, 1, 2, 1, 3, 2, 5));
        assertThat(numbers.intColumn("count").asList()).containsExactly(3, 1, 2, 5);
        assertThat(numbers.intColumn("count_2").asList()).containsExactly(2, 2, 2, 1);
    }

    @Test
    void rowsThatMissSomethingAreLeftOut() {
        people.stringColumn("city").set(0, "");

        assertThat(Tables.dropMissing(people).intColumn("age").asList()).containsExactly(40, 50);
        assertThat(Tables.dropMissing(people, "age").rowCount()).isEqualTo(3);
        assertThatThrownBy(() -> Tables.dropMissing(people, "agee"))
                .hasMessageContaining("did you mean 'age'?");
        assertThat(people.rowCount()).isEqualTo(4);
    }

    @Test
    void whatIsMissingIsFilled() {
        assertThat(Tables.fillMissing(people, "city", "Bern").stringColumn("city").asList())
                .containsExactly("Oslo", "Rome", "Oslo", "Bern");
        assertThat(Tables.fillMissing(people, "age", 7).intColumn("age").get(3)).isEqualTo(7);
        assertThat(Tables.fillMissing(people, "age", 7.5).doubleColumn("age").asList())
                .containsExactly(30.0, 40.0, 50.0, 7.5);
        assertThat(Tables.countMissing(people.column("age"))).isEqualTo(1);
    }

    @Test
    void aValueOfAnotherKindFillsNothing() {
        assertThatThrownBy(() -> Tables.fillMissing(people, "age", "none"))
                .hasMessage(
                        "column 'age' holds whole numbers, and the value none is text; give it one of its own kind");
        assertThatThrownBy(() -> Tables.fillMissing(people, "city", ""))
                .hasMessage(
                        "a value for column 'city' is wanted, and \"\" is a missing one in a table");
        var keys = Table.create("k", LongColumn.create("key", new long[] {Long.MAX_VALUE, 0}));
        keys.longColumn("key").setMissing(1);
        // No double is the key.
        assertThatThrownBy(() -> Tables.fillMissing(keys, "key", 0.5))
                .hasMessage(
                        "no column holds whole numbers 'key' and the value 0.5 as they are, but one of texts; give a value that the column holds, or make its numbers doubles first, the nearest ones: numberColumn(\"key\").asDoubleColumn()");
        assertThat(Tables.fillMissing(keys, "key", 7).longColumn("key").get(1)).isEqualTo(7);
    }

    @Test
    void ranksAreThoseOfTheRowsThatMissNeither() {
        var some =
                Table.create(
                        DoubleColumn.create("a", 1, 2, 3, 4, 10),
                        DoubleColumn.create("b", 2, 1, Double.NaN, 9, 3),
                        DoubleColumn.create("c", 5, Double.NaN, 1, 1, 0));
        var ranked = Columns.spearman(some);
        // pandas 3: df.corr("spearman")
        assertThat(ranked.doubleColumn("b").asDoubleArray())
                .containsExactly(new double[] {0.6, 1, -0.5}, within(1e-12));
        assertThat(ranked.doubleColumn("c").asDoubleArray())
                .containsExactly(new double[] {-0.9486832980505138, -0.5, 1}, within(1e-12));
        assertThat(ranked.doubleColumn("a").asDoubleArray())
                .containsExactly(new double[] {1, 0.6, -0.9486832980505138}, within(1e-12));
    }
}
