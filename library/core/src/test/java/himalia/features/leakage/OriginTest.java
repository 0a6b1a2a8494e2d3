package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.FittedStep;
import himalia.features.MinMaxScaler;
import himalia.features.Pca;
import himalia.features.PowerTransformer;
import himalia.features.StandardScaler;
import himalia.features.TargetEncoder;
import himalia.model.Provenance;
import himalia.sampling.Smote;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Ways that the rows of a table have gone to two others, each by its own, and where something has learnt from them. */
class OriginTest {
    private static final int TRAIN = 225;

    private static Table table(int columns, int seed) {
        var random = new Random(seed);
        var table = Table.create("all");
        for (int column = 0; column < columns; column++) {
            table.addColumns(DoubleColumn.create("c" + column, random.doubles(300).toArray()));
        }
        return table.addColumns(LeakageNotesTest.halves(300));
    }

    private static List<String> texts(LeakageCheck check, Table train, Table test) {
        return check.check(train, test).leaks().stream().map(Leak::text).toList();
    }

    /** What a scaler makes of a row may equal another row as it was. */
    @Test
    void oneRowThatEqualsAnotherBehindAStepHidesNothing() {
        var all = table(3, 1);
        for (int column = 0; column < 3; column++) {
            all.doubleColumn(column).set(7, 0.0);
        }
        var train = all.first(TRAIN);
        var scaler = new MinMaxScaler().fit(train, "y");
        var fitted =
                List.of(
                        new Fitted("scaler", scaler.provenance(), scaler),
                        new Fitted("model", Provenance.of(scaler.apply(all)), null));
        var test = scaler.apply(all.last(75));

        assertThat(new FittedOnTest(scaler.apply(train), test, "y", fitted, List.of(all)).leaks())
                .extracting(Leak::text)
                .containsExactly("model has learnt from 75 of 75 test rows");
    }

    /** A cell was run again, or the test rows were given a scaler of their own. */
    @Test
    void testRowsGoTheirOwnWay() {
        var all = table(10, 2);
        var train = all.first(TRAIN);
        var test = all.last(75);
        var own = new StandardScaler().fit(train, "y");
        for (var learnt : List.of(all, test)) {
            var other = new StandardScaler().fit(learnt, "y");

            assertThat(
                            texts(
                                    LeakageCheck.of("y").fitted(own, other).from(all),
                                    own.apply(train),
                                    other.apply(test)))
                    .containsExactly("StandardScaler has learnt from 75 of 75 test rows");
        }
    }

    @Test
    void aStepForEachGroupIsNobodysLeak() {
        var all = table(2, 3);
        var one = new StandardScaler().fit(all.first(135), "y");
        var other = new StandardScaler().fit(all.inRange(135, TRAIN), "y");
        var train = one.apply(all.first(135)).append(other.apply(all.inRange(135, TRAIN)));
        var test = one.apply(all.inRange(TRAIN, 270)).append(other.apply(all.inRange(270, 300)));

        assertThat(texts(LeakageCheck.of("y").fitted(one, other).from(all), train, test)).isEmpty();
    }

    /** The rows to learn from are encoded by folds, so that no step makes them; the test rows are, and they are others. */
    @Test
    void trainingRowsThatAreEncodedByFoldsAreNobodysLeak() {
        for (boolean isReal : new boolean[] {false, true}) {
            var random = new Random(4);
            var all = Table.create(StringColumn.create("town"), DoubleColumn.create("x"));
            for (int row = 0; row < 300; row++) {
                all.stringColumn("town").append("t" + random.nextInt(6));
                all.doubleColumn("x").append(isReal ? random.nextDouble() : random.nextInt(2));
            }
            all.addColumns(LeakageNotesTest.halves(300));
            var encoder = new TargetEncoder(List.of("town"));
            var right = encoder.fitApply(all.first(TRAIN), "y");
            var wrong = encoder.fitApply(all, "y");
            var check = LeakageCheck.of("y").from(all);

            var leaks =
                    check.fitted(right.step())
                            .check(right.rows(), right.step().apply(all.last(75)));
            assertThat(leaks.leaks(Leak.Kind.FITTED_ON_TEST)).isEmpty();
            assertThat(leaks.leaks(Leak.Kind.NOT_CHECKED)).isEmpty();
            assertThat(
                            LeakageCheck.of("y")
                                    .from(all.first(TRAIN), all.last(75))
                                    .fitted(right.step())
                                    .check(right.rows(), right.step().apply(all.last(75)))
                                    .leaks(Leak.Kind.FITTED_ON_TEST))
                    .isEmpty();
            assertThat(
                            check.fitted(wrong.step())
                                    .check(wrong.rows().first(TRAIN), wrong.rows().last(75))
                                    .leaks(Leak.Kind.NOT_CHECKED))
                    .hasSize(1);
        }
    }

    @Test
    void manyColumnsWithHolesAreFollowed() {
        var all = table(14, 5);
        var random = new Random(5);
        for (int row = 0; row < 300; row++) {
            if (random.nextInt(4) == 0) {
                all.doubleColumn(random.nextInt(14)).setMissing(row);
            }
        }
        FittedStep scaler = new StandardScaler().fit(all.first(TRAIN), "y");
        var whole = scaler.apply(all.first(TRAIN)).dropRowsWithMissingValues();
        var pca = new Pca(13).fit(whole, "y");
        var test = scaler.apply(all.last(75)).dropRowsWithMissingValues();

        assertThat(
                        texts(
                                LeakageCheck.of("y").fitted(scaler, pca).from(all),
                                pca.apply(whole),
                                pca.apply(test)))
                .isEmpty();
    }

    @Test
    void aTableWithoutRowsSaysNothing() {
        var all = table(2, 6);
        var scaler = new StandardScaler().fit(all, "y");
        var second = new MinMaxScaler().fit(scaler.apply(all), "y");
        var made = second.apply(scaler.apply(all));

        assertThat(
                        texts(
                                LeakageCheck.of("y")
                                        .fitted(scaler, second)
                                        .from(all.emptyCopy(), all),
                                made.first(TRAIN),
                                made.last(75)))
                .containsExactly(
                        "StandardScaler has learnt from 75 of 75 test rows",
                        "MinMaxScaler has learnt from 75 of 75 test rows");
    }

    /** Behind a step that bends lines nothing lies on one; before it the rows did. */
    @Test
    void rowsMadeBeforeTheSplitAreFoundBehindAStepThatBends() {
        for (int seed = 1; seed <= 4; seed++) {
            var random = new Random(seed);
            var rows = Table.create(DoubleColumn.create("a"), DoubleColumn.create("b"));
            var label = StringColumn.create("y");
            for (int row = 0; row < 400; row++) {
                rows.doubleColumn("a").append(Math.exp(random.nextGaussian()));
                rows.doubleColumn("b").append(Math.exp(random.nextGaussian()));
                label.append(row % 5 == 0 ? "rare" : "common");
            }
            rows.addColumns(label);
            var made = new Smote(5, seed).resample(rows, "y");
            var wrong = Split.stratified(made, "y", 0.25, seed);
            var right = Split.stratified(rows, "y", 0.25, seed);
            for (var split : List.of(wrong, right)) {
                var step = new PowerTransformer().fit(split.train(), "y");
                var train = step.apply(split.train());
                var report =
                        LeakageCheck.of("y")
                                .fitted(step)
                                .from(split == wrong ? made : rows)
                                .check(
                                        split == wrong
                                                ? train
                                                : new Smote(5, seed).resample(train, "y"),
                                        step.apply(split.test()));

                assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST)).isEmpty();
                assertThat(report.leaks(Leak.Kind.SYNTHETIC)).hasSize(split == wrong ? 1 : 0);
            }
        }
    }
}
