package himalia.model;

import static org.assertj.core.api.Assertions.assertThat;

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
}
