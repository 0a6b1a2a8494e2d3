package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.StandardScaler;
import himalia.reference.ModelReference;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.Smote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is called a fact is one: by chance rows lie between others, or are equal, and nobody has made them so. */
@Tag("once")
class HonestTablesTest {
    private static List<Leak> facts(Split split) {
        return LeakageCheck.of("y").check(split.train(), split.test()).leaks().stream()
                .filter(leak -> leak.kind().isCertain())
                .toList();
    }

    @Test
    void noFactIsFoundInTwoHundredHonestTables() {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 204; seed++) {
            var shape = MadeTables.values()[seed % MadeTables.values().length];
            int rare = seed % 5 == 0 ? 60 : 200;
            var table = shape.table(seed, 600, rare);
            for (var leak : facts(Split.stratified(table, "y", 0.3, seed))) {
                accused.add(shape + " " + seed + " " + leak.kind() + " " + leak.text());
            }
        }

        assertThat(accused).isEmpty();
    }

    @Test
    void noFactIsFoundWhereTrainingRowsAloneAreBalanced() {
        var accused = new ArrayList<String>();
        for (int seed = 0; seed < 120; seed++) {
            var shape = MadeTables.values()[seed % MadeTables.values().length];
            if (shape == MadeTables.TOWNS || shape == MadeTables.SOME_MISSING) {
                continue;
            }
            var split = Split.stratified(shape.table(seed, 600, 60), "y", 0.3, seed);
            var train = new Smote(5, seed).resample(split.train(), "y");
            for (var leak : facts(new Split(train, split.test()))) {
                accused.add(shape + " " + seed + " " + leak.kind() + " " + leak.text());
            }
        }

        assertThat(accused).isEmpty();
    }

    @Test
    void aHundredLeakingTablesAreFound() {
        // Where rows are on a line by nature, nobody can tell those that were made on it.
        var shapes =
                List.of(
                        MadeTables.WHOLE_NUMBERS,
                        MadeTables.LARGE_WHOLE_NUMBERS,
                        MadeTables.REAL_NUMBERS,
                        MadeTables.FIVE_NUMBERS_AND_A_TOWN);
        var missed = new ArrayList<String>();
        for (int seed = 0; seed < 100; seed++) {
            var shape = shapes.get(seed / 2 % shapes.size());
            var table = shape.table(seed, 600, 40 + seed % 50);
            var wanted = seed % 2 == 0 ? Leak.Kind.SYNTHETIC : Leak.Kind.DUPLICATES;
            var made =
                    seed % 2 == 0
                            ? new Smote(5, seed).resample(table, "y")
                            : new RandomOverSampler(seed).resample(table, "y");
            var ready = seed % 4 < 2 ? made : new StandardScaler().fit(made, "y").apply(made);
            var found = facts(Split.stratified(ready, "y", 0.3, seed));
            if (found.stream().noneMatch(leak -> leak.kind() == wanted)) {
                missed.add(shape + " " + seed + " " + wanted);
            }
        }

        assertThat(missed).isEmpty();
    }

    @Test
    void twoColumnsOfIrisHaveEqualRowsThatAreNoFact() {
        var iris = ModelReference.table("iris");
        var two = iris.selectColumns(iris.columnNames().get(0), iris.columnNames().get(1), "y");

        for (int seed = 0; seed < 20; seed++) {
            var split = Split.stratified(two, "y", 0.3, seed);
            var report = LeakageCheck.of("y").check(split.train(), split.test());
            assertThat(report.leaks(Leak.Kind.DUPLICATES)).isEmpty();
            assertThat(report.leaks(Leak.Kind.EQUAL_ROWS))
                    .singleElement()
                    .satisfies(
                            leak ->
                                    assertThat(leak.rows())
                                            .hasSize(report.duplicates().size())
                                            .hasSizeGreaterThan(4));
            assertThat(report.toString()).contains("0 leaks, and ", "equal rows?");
        }
    }

    @Test
    void copiesOfRoundNumbersAreFoundAmongThoseThatAreEqualByChance() {
        var iris = ModelReference.table("iris");
        var rare = iris.first(25).append(iris.inRange(50, 150));
        var copied = new RandomOverSampler(1).resample(rare, "y");

        var split = Split.stratified(copied, "y", 0.3, 1);

        assertThat(facts(split).stream().map(Leak::kind)).containsExactly(Leak.Kind.DUPLICATES);
    }

    /** Made on all rows, added to the training table alone: its rows lie between test rows. */
    @Test
    void trainingRowsThatWereMadeFromTestRowsAreFound() {
        var table = MadeTables.FIVE_NUMBERS_AND_A_TOWN.table(3, 400, 60);
        var split = Split.stratified(table, "y", 0.3, 3);
        var all = new Smote(5, 3).resample(table, "y");
        var train = split.train().copy().append(all.inRange(400, all.rowCount()));

        assertThat(facts(new Split(train, split.test())).stream().map(Leak::kind))
                .containsExactly(Leak.Kind.SYNTHETIC);
    }
}
