package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Split;
import himalia.reference.ModelReference;
import himalia.sampling.RandomOverSampler;
import himalia.table.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A model has learnt from rows where it has, and not where rows are equal by chance. */
class LearntFromTest {
    private static final Table CELLS = ModelReference.table("bc_imbalanced");

    private static Table towns(int rows, int towns) {
        var random = Seeds.random(towns);
        var sex = StringColumn.create("sex");
        var town = StringColumn.create("town");
        var label = IntColumn.create("y");
        for (int i = 0; i < rows; i++) {
            sex.append(random.nextBoolean() ? "f" : "m");
            town.append("town " + random.nextInt(towns));
            label.append(random.nextInt(5) == 0 ? 1 : 0);
        }
        return Table.create("people", sex, town, label);
    }

    private static int learnt(Table train, Table test) {
        return Provenance.of(train).learntFrom(test, "y");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 80, 400})
    void rowsOfFewValuesAreEqualByChance(int towns) {
        var split = Split.stratified(towns(400, towns), "y", 0.25, 42);

        assertThat(split.test().rowCount()).isEqualTo(100);
        assertThat(learnt(split.train(), split.test())).isZero();
    }

    @Test
    void rowsThatAllDifferHaveBeenSeen() {
        var split = Split.stratified(CELLS, "y", 0.3, 1);
        var test = split.test().copy().append(split.train().first(3));

        assertThat(learnt(split.train(), test)).isEqualTo(3);
        assertThat(learnt(CELLS, CELLS)).isEqualTo(CELLS.rowCount());
    }

    @Test
    void copiesOfOneClassAreNoChance() {
        var split = Split.stratified(new RandomOverSampler(42).resample(CELLS, "y"), "y", 0.3, 1);

        assertThat(learnt(split.train(), split.test())).isGreaterThan(40);
    }

    /** Some rows are equal by chance, but not all. */
    @Test
    void aModelOfAllRowsHasSeenThem() {
        var table = towns(200, 400);

        assertThat(learnt(table, table)).isEqualTo(200);
    }

    /** Half of the rows that were learnt from are copies, and they say nothing of chance. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void aFewRowsOfAnOversampledTableHaveBeenSeen(int few) {
        var balanced = new RandomOverSampler(42).resample(CELLS, "y");
        var split = Split.stratified(CELLS, "y", 0.3, 1);
        var train = new RandomOverSampler(42).resample(split.train(), "y");

        assertThat(learnt(balanced, CELLS.first(few))).isEqualTo(few);
        assertThat(learnt(train, split.test().copy().append(split.train().first(few))))
                .isEqualTo(few);
        assertThat(learnt(train, split.test())).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 20})
    void aFewRowsOfFewValuesAreEqualByChance(int asked) {
        for (int seed = 0; seed < 40; seed++) {
            var rows = towns(400, 150 + seed);
            var train = new RandomOverSampler(seed).resample(rows.first(300), "y");

            assertThat(learnt(train, rows.inRange(300, 300 + asked))).as("seed " + seed).isZero();
        }
    }

    /** How many come at an hour of a weekday: classes of one row each do not say that rows are never equal. */
    @ParameterizedTest
    @ValueSource(ints = {12, 60, 1000})
    void numbersToPredictAreNoClasses(int counts) {
        var random = Seeds.random(counts);
        var hour = IntColumn.create("hour");
        var weekday = IntColumn.create("weekday");
        var count = IntColumn.create("y");
        for (int i = 0; i < 4000; i++) {
            hour.append(random.nextInt(24));
            weekday.append(random.nextInt(7));
            count.append(hour.get(i) * counts / 24 + random.nextInt(3));
        }
        var rows = Table.create("visits", hour, weekday, count);

        assertThat(learnt(rows.first(3000), rows.inRange(3000, 4000))).isZero();
        assertThat(learnt(rows.first(3000), rows.inRange(3000, 3050))).isZero();
    }

    @Test
    void aTableWithoutTheLabelIsRefused() {
        assertThatThrownBy(() -> Provenance.of(CELLS).learntFrom(CELLS.rejectColumns("y"), "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'y'");
    }
}
