package himalia.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import himalia.reference.ModelReference;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What samplers say to settings and tables that do not fit. */
class SamplerSettingsTest {
    @Test
    void distancesThatNoDoubleHoldsAreRefused() {
        var table =
                Table.create(
                        DoubleColumn.create("x", 1e308, 1.5e308, -1e308, 1e308),
                        IntColumn.create("y", 0, 0, 1, 1));

        assertThatThrownBy(() -> new Smote(1, 42).resample(table, "y"))
                .hasMessage(
                        "column 'x' reaches from -1.0E308 to 1.5E308, and SMOTE takes columns up to 1.0E150 wide, so that sums of squares fit in a double; bring it to scale before, by new StandardScaler(), or divide it");
        var wide =
                Table.create(
                        DoubleColumn.create("x", 4e149, 5e149, -5e149, 0, 1e149),
                        IntColumn.create("y", 0, 0, 0, 1, 1));
        var made = new Smote(1, 42).resample(wide, "y").doubleColumn("x");
        assertThat(made.get(5)).isBetween(0.0, 1e149);
    }

    /** Twenty rows, three of them rare. */
    private static final Table FEW =
            Table.create(
                    "few",
                    DoubleColumn.create("x", IntStream.range(0, 20).asDoubleStream().toArray()),
                    IntColumn.create(
                            "y", IntStream.range(0, 20).map(i -> i < 3 ? 1 : 0).toArray()));

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void settingsAreChecked() {
        refuses(() -> new NearMiss(4), "version must be 1, 2 or 3, got 4");
        refuses(() -> new BorderlineSmote(3, 42), "kind must be 1 or 2, got 3");
        refuses(() -> new EditedNearestNeighbours(0), "neighbours must be at least 1, got 0");
        refuses(
                () -> new SvmSmote(5, 10, 1.5, Strategy.AUTO, 42),
                "outStep must be from 0 to 1, got 1.5");
        refuses(
                () -> new NeighbourhoodCleaningRule(3, 0, Strategy.AUTO),
                "threshold must be above 0 and finite, such as 0.5, got 0.0");
        refuses(
                () -> new RandomOverSampler(Strategy.AUTO, -1, 42),
                "shrinkage must be 0 or more, got -1.0");
        refuses(
                () -> new Smotenc(List.of(), 5, 42),
                "categories names no column; use Smote for a table of numbers");
        refuses(
                () -> new KMeansSmote(8, 2, 2, Strategy.AUTO, 42),
                "leastShare (--share) must be from 0 to 1, or KMeansSmote.HALF_OF_PART (-1), got 2.0");
    }

    @Test
    void aClassOfTooFewRowsIsNamedWithWhatWouldDo() {
        for (var name : List.of("ADASYN", "SMOTE-N", "BorderlineSmote", "SvmSmote")) {
            Sampler sampler =
                    switch (name) {
                        case "ADASYN" -> new Adasyn(5, 42);
                        case "SMOTE-N" -> new Smoten(5, 42);
                        case "SvmSmote" -> new SvmSmote(5, 42);
                        default -> new BorderlineSmote(1, 42);
                    };
            refuses(
                    () -> sampler.resample(FEW, "y"),
                    "class '1' has 3 rows, and "
                            + name
                            + " with 5 neighbours needs at least 6; use at most 2 neighbours, or"
                            + " RandomOverSampler");
        }
        refuses(
                () -> new EditedNearestNeighbours(20).resample(FEW, "y"),
                "the table has 20 rows, and EditedNearestNeighbours with 20 neighbours needs at"
                        + " least 21; use at most 19 neighbours");
        refuses(
                () -> new BorderlineSmote(2, 20, 10, Strategy.AUTO, 42).resample(FEW, "y"),
                "the table has 20 rows, and BorderlineSmote with 20 neighbours needs at least 21;"
                        + " use at most 19 neighbours");
        refuses(
                () -> new InstanceHardnessThreshold(new NearestMean(), 42).resample(FEW, "y"),
                "class '1' has 3 rows, and 5 folds need one each; take at most 3 folds, or drop the"
                        + " class");
        refuses(
                () ->
                        new InstanceHardnessThreshold(new NearestMean(), 42)
                                .resample(FEW.dropRows(0, 1), "y"),
                "class '1' has 1 row, and 5 folds need one each; drop the class, or get more rows of"
                        + " it");
    }

    @Test
    void borderlineSmoteHasNowhereToAddAmongRowsThatLieApart() {
        refuses(
                () -> new BorderlineSmote(1, 2, 2, Strategy.AUTO, 42).resample(apart(), "y"),
                "no row of class '1' is in danger: of the 2 nearest rows of each, fewer than half are of"
                        + " other classes, or all; BorderlineSmote has nowhere to add rows: use Smote,"
                        + " or another number of border rows");
    }

    @Test
    void sharesAreRounded() {
        refuses(
                () ->
                        new KMeansSmote(1, 2, 0.26793400286944047, Strategy.AUTO, 42)
                                .resample(FEW, "y"),
                "in no cluster are 26.7 % of the rows of class '1', and more than 2 of them; take more"
                        + " clusters than 1, a share (leastShare, --share) below 0.267, or Smote");
    }

    /** Of eleven rows in as many clusters none holds three; in two clusters one does. */
    @Test
    void fewerClustersMayHoldEnough() {
        var table =
                Table.create(
                        DoubleColumn.create(
                                "x", IntStream.range(0, 60).mapToDouble(i -> i < 11 ? i : i + 500)),
                        StringColumn.create(
                                "y", IntStream.range(0, 60).mapToObj(i -> i < 11 ? "1" : "0")));

        refuses(
                () -> new KMeansSmote(55, 2, 0.5, Strategy.AUTO, 42).resample(table, "y"),
                "in no cluster are 50 % of the rows of class '1', and more than 2 of them; take more or fewer clusters than 55, a share (leastShare, --share) below 0.5, or Smote");
        assertThat(new KMeansSmote(2, 2, 0.5, Strategy.AUTO, 42).resample(table, "y").rowCount())
                .isGreaterThan(60);
    }

    /** The plan said that rows would be added. */
    @Test
    void ofTwoRowsNoClusterHoldsEnough() {
        for (int row = 0; row < 2; row++) {
            var few = FEW.dropRows(row == 0 ? new int[] {0} : new int[] {0, 1});
            var message =
                    "class '1' has %s, and KMeansSmote with 2 neighbours needs at least 3; use %sRandomOverSampler"
                            .formatted(
                                    row == 0 ? "2 rows" : "1 row",
                                    row == 0 ? "at most 1 neighbour, or " : "");
            refuses(() -> new KMeansSmote(2, 42).resample(few, "y"), message);
            refuses(() -> new KMeansSmote(2, 42).explain(few, "y"), message);
        }
    }

    @Test
    void adasynHasNowhereToAddAmongRowsThatLieApart() {
        refuses(
                () -> new Adasyn(2, 42).resample(apart(), "y"),
                "no row of class '1' has a neighbour of another class, so ADASYN has nowhere to add"
                        + " rows; use Smote");
    }

    private static Table apart() {
        var far = FEW.copy();
        IntStream.range(0, 3).forEach(row -> far.doubleColumn("x").set(row, 1000.0 + row));
        return far;
    }

    @Test
    void categoriesAreColumnsButNotTheLabelAndNotAll() {
        refuses(
                () -> new Smotenc(List.of("x"), 2, 42).resample(FEW, "y"),
                "categories names all columns (x), and SMOTE-NC is for some numbers as well; use"
                        + " Smoten");
        refuses(
                () -> new Smotenc(List.of("y"), 2, 42).resample(FEW, "y"),
                "categories names the label 'y'; leave it out");
    }

    @Test
    void aMissingCategoryIsOneOfItsOwn() {
        var table = ModelReference.table("mixed");
        table = table.dropWhere(table.column("amount").isMissing());
        table = table.dropWhere(table.column("age").isMissing());

        var result = new Smotenc(List.of("colour", "city"), 5, 42).resample(table, "y");

        assertThat(Classes.of(result, "y").counts())
                .containsOnly(Classes.of(result, "y").counts()[0]);
    }

    @Test
    void aSamplerOfOnesOwnThatDoesNotTellSaysSo() {
        Sampler half = (rows, label) -> rows.first(10);

        assertThatThrownBy(() -> half.trace(FEW, "y"))
                .isInstanceOf(NotTraced.class)
                .hasMessageContaining("does not tell where its rows come from; call resample");
    }

    @Test
    void knownProbabilitiesDecideWhoIsHard() {
        var probabilities = IntStream.range(0, 20).mapToDouble(i -> i / 20.0).toArray();
        var sampler = new InstanceHardnessThreshold(new NearestMean(), 42);

        var result = sampler.trace(FEW, "y", probabilities).table();

        assertThat(result.doubleColumn("x").asList())
                .containsExactly(0.0, 1.0, 2.0, 17.0, 18.0, 19.0);
        refuses(
                () -> sampler.trace(FEW, "y", new double[3]),
                "probabilities has 3 values, and the table 20 rows; give one a row");
        for (double none : new double[] {Double.NaN, 7, -0.1}) {
            probabilities[4] = none;
            refuses(
                    () -> sampler.trace(FEW, "y", probabilities),
                    "the probability of row 4 must be from 0 to 1, got " + none);
        }
    }

    /** imbalanced-learn asks nothing of one cluster by default, and grows the class to the other's size. */
    @Test
    void oneClusterIsAllRows() {
        var result = new KMeansSmote(1, 42).resample(FEW, "y");

        assertThat(Classes.of(result, "y").counts()).containsExactly(17, 17);
    }

    /** The rows that imbalanced-learn keeps. */
    @ParameterizedTest
    @CsvSource({
        "1, 0 1 4 8 11 14 16 17",
        "2.5, 0 1 4 8 11 14 16 17",
        "3.5, 0 1 4 6 7 8 11 13 14 16 17"
    })
    void largeClassesAloneMayBeCleaned(double threshold, String kept) {
        var x =
                DoubleColumn.create(
                        "x", 0, 1, 2.5, 4.1, 5.2, 6.9, 8.05, 9.3, 10.4, 12.1, 13.3, 14.9, 16.2,
                        17.7, 19.05, 20.6, 22.3, 23.8);
        var y = StringColumn.create("y", "aabacbaacbaabacbaa".split(""));
        var rule = new NeighbourhoodCleaningRule(3, threshold, Strategy.AUTO);

        var rows = rule.trace(Table.create(x, y), "y").rows();

        assertThat(
                        rows.where(rows.stringColumn("how").isEqualTo("kept"))
                                .intColumn("from")
                                .asList())
                .isEqualTo(Stream.of(kept.split(" ")).map(Integer::valueOf).toList());
    }

    @Test
    void aLaterRoundOfTooFewRowsIsToldAsOne() {
        var rounds =
                Table.create(
                        DoubleColumn.create("x", 0, 1, 0.5, 0.6, 10, 11),
                        StringColumn.create("y", "a", "a", "b", "b", "b", "b"));
        refuses(
                () ->
                        new RepeatedEditedNearestNeighbours(4, Agreement.MODE, 100, Strategy.AUTO)
                                .resample(rounds, "y"),
                "1 round of RepeatedEditedNearestNeighbours left 4 rows of the table, and the next with 4 neighbours needs at least 5; use at most 1 round");
        assertThat(
                        new RepeatedEditedNearestNeighbours(4, Agreement.MODE, 1, Strategy.AUTO)
                                .resample(rounds, "y")
                                .rowCount())
                .isEqualTo(4);
        var more =
                Table.create(
                        DoubleColumn.create("x", 0, 0.1, 50, 51),
                        StringColumn.create("y", "z", "b", "b", "b"));
        refuses(
                () -> new AllKnn(3, Agreement.MODE, false, Strategy.AUTO).resample(more, "y"),
                "2 rounds of AllKnn left 3 rows of the table, and the next with 3 neighbours needs at least 4; use at most 2 neighbours");
        assertThat(
                        new AllKnn(2, Agreement.MODE, false, Strategy.AUTO)
                                .resample(more, "y")
                                .rowCount())
                .isEqualTo(3);
    }

    /** What resampling refuses is no plan, and is told in the same words. */
    @Test
    void whatResamplingRefusesIsNotExplained() {
        var more = new Strategy("1=10");
        for (var sampler :
                List.<Sampler>of(
                        new Smote(5, 42),
                        new Smoten(5, 42),
                        new Adasyn(5, 42),
                        new SvmSmote(5, 42),
                        new SmoteTomek(5, 42),
                        new BorderlineSmote(1, 5, 2, more, 42),
                        new BorderlineSmote(2, 20, 10, Strategy.AUTO, 42),
                        new KMeansSmote(21, 2, 0.1, Strategy.AUTO, 42),
                        new NearMiss(1, 5, 5, Strategy.AUTO),
                        new InstanceHardnessThreshold(new NearestMean(), 42),
                        new EditedNearestNeighbours(20))) {
            refusesAlike(sampler, FEW);
        }
        for (var sampler :
                List.<Sampler>of(
                        new BorderlineSmote(1, 2, 2, Strategy.AUTO, 42), new Adasyn(2, 42))) {
            refusesAlike(sampler, apart());
        }
        assertThat(new Smote(2, 42).explain(FEW, "y").intColumn("then").asList())
                .containsExactly(17, 17);
    }

    private static void refusesAlike(Sampler sampler, Table table) {
        var refused = catchThrowable(() -> sampler.resample(table, "y"));
        assertThat(refused).as(sampler.toString()).isInstanceOf(IllegalArgumentException.class);
        refuses(() -> sampler.explain(table, "y"), refused.getMessage());
    }
}
