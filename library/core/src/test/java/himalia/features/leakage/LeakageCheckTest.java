package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import himalia.evaluation.Split;
import himalia.features.Normalizer;
import himalia.features.OneHotEncoder;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.reference.ModelReference;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.Smote;
import himalia.table.RowFingerprints;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Leaks that are planted are named, and what is made right is not. */
class LeakageCheckTest {
    private static final Table CELLS = ModelReference.table("bc_imbalanced").setName("cells");

    @Test
    void scalerAndSmoteBeforeTheSplitAreNamedWithStepAndRows() {
        var scaler = new StandardScaler().fit(CELLS, "y");
        var balanced = new Smote(5, 42).resample(scaler.apply(CELLS), "y");
        var split = Split.stratified(balanced, "y", 0.3, 42);
        int real = realRows(scaler.apply(CELLS), split.test());

        var report =
                LeakageCheck.of("y").fitted(scaler).from(CELLS).check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.subject()).isEqualTo("StandardScaler");
                            assertThat(leak.text())
                                    .isEqualTo(
                                            "StandardScaler has learnt from %d of %d test rows"
                                                    .formatted(real, split.test().rowCount()));
                            assertThat(leak.rows()).hasSize(real);
                        });
        assertThat(report.leaks(Leak.Kind.SYNTHETIC))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.subject()).isEqualTo("Smote");
                            assertThat(
                                            leak.rows().stream()
                                                    .map(row -> split.test().row(row).getInt("y")))
                                    .containsOnly(1);
                            assertThat(leak.rows().size()).isGreaterThan(80);
                        });
    }

    /** How many test rows are rows of the table, which has no two that are alike. */
    private static int realRows(Table table, Table test) {
        return RowFingerprints.of(table).countIn(test);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bc_imbalanced", "imb_10d", "imb_2d", "imb_3c", "moons", "wine"})
    void theSameMadeRightIsNotNamed(String data) {
        var table = ModelReference.table(data);
        var split = Split.stratified(table, "y", 0.3, 42);
        var scaler = new StandardScaler().fit(split.train(), "y");
        var train = new Smote(5, 42).resample(scaler.apply(split.train()), "y");

        var report =
                LeakageCheck.of("y")
                        .fitted(scaler)
                        .from(table, split.train(), split.test())
                        .check(train, scaler.apply(split.test()));

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST)).isEmpty();
        assertThat(report.leaks(Leak.Kind.SYNTHETIC)).isEmpty();
        assertThat(report.leaks(Leak.Kind.DUPLICATES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "digits", "breast_cancer"})
    void realRowsOfRoundNumbersAreNotTakenForSyntheticOnes(String data) {
        var split = Split.stratified(ModelReference.table(data), "y", 0.3, 42);

        assertThat(
                        LeakageCheck.of("y")
                                .check(split.train(), split.test())
                                .leaks(Leak.Kind.SYNTHETIC))
                .isEmpty();
    }

    @Test
    void smoteAloneBeforeTheSplitIsSeenInTheRowsThemselves() {
        var split = Split.stratified(new Smote(5, 42).resample(CELLS, "y"), "y", 0.3, 42);

        var report = LeakageCheck.of("y").check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.SYNTHETIC)).isNotEmpty();
    }

    @Test
    void copiesBeforeTheSplitAreDuplicates() {
        var split = Split.stratified(new RandomOverSampler(42).resample(CELLS, "y"), "y", 0.3, 42);

        var leak =
                LeakageCheck.of("y")
                        .check(split.train(), split.test())
                        .leaks(Leak.Kind.DUPLICATES)
                        .get(0);

        assertThat(leak.rows().size()).isGreaterThan(80);
    }

    @Test
    void aStepOfRawRowsIsKnownWithoutAnyOtherTable() {
        var split = Split.stratified(CELLS, "y", 0.3, 42);
        var scaler = new StandardScaler().fit(CELLS, "y");

        var report = LeakageCheck.of("y").fitted(scaler).check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST).get(0).text())
                .isEqualTo("StandardScaler has learnt from 117 of 117 test rows");
    }

    @Test
    void stepsOneAfterTheOtherAreFollowed() {
        var table = people();
        var imputer = new SimpleImputer().fit(table, "y");
        var encoder = new OneHotEncoder().fit(imputer.apply(table), "y");
        var ready = encoder.apply(imputer.apply(table));
        var split = Split.stratified(ready, "y", 0.3, 42);

        var report =
                LeakageCheck.of("y")
                        .fitted(imputer, encoder)
                        .from(table, imputer.apply(table))
                        .check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST).stream().map(Leak::subject))
                .containsExactly("SimpleImputer", "OneHotEncoder");
    }

    /** 200 people of a city, with an age that is missing here and there. */
    private static Table people() {
        var random = new Random(3);
        var age = DoubleColumn.create("age");
        var income = DoubleColumn.create("income");
        var city = StringColumn.create("city");
        var y = IntColumn.create("y");
        for (int i = 0; i < 200; i++) {
            if (i % 17 == 0) {
                age.appendMissing();
            } else {
                age.append(random.nextGaussian());
            }
            income.append(random.nextGaussian());
            city.append(i % 3 == 0 ? "Rome" : "Oslo");
            y.append(i % 4 == 0 ? 1 : 0);
        }
        return Table.create("people", age, income, city, y);
    }

    @Test
    void aRowThatHasHardlyChangedIsNear() {
        var split = Split.random(CELLS, 0.3, 42);
        var test = split.test().copy();
        for (int row = 0; row < 5; row++) {
            for (var name : test.columnNames()) {
                if (!name.equals("y")) {
                    double value = split.train().doubleColumn(name).get(row);
                    test.doubleColumn(name).set(row, value * 1.0001);
                }
            }
        }

        var leak =
                LeakageCheck.of("y")
                        .check(split.train(), test)
                        .leaks(Leak.Kind.NEAR_DUPLICATES)
                        .get(0);

        assertThat(leak.rows()).containsExactly(0, 1, 2, 3, 4);
        assertThat(leak.text()).endsWith("row 0 is near its row 0");
    }

    @Test
    void aNearRowOfAnotherTextDoesNotHideOneOfTheSame() {
        var train = near(new double[] {1, 1.0001, 9, 5}, "p", "q", "r", "s");
        var test = near(new double[] {1.00005, 20}, "q", "p");

        assertThat(LeakageCheck.of("y").check(train, test).leaks(Leak.Kind.NEAR_DUPLICATES))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.rows()).containsExactly(0);
                            assertThat(leak.text()).endsWith("row 0 is near its row 1");
                        });
    }

    private static Table near(double[] values, String... texts) {
        var y = IntColumn.create("y");
        for (int row = 0; row < values.length; row++) {
            y.append(row % 2);
        }
        return Table.create(
                DoubleColumn.create("a", values),
                DoubleColumn.create("b", values),
                DoubleColumn.create("c", values),
                StringColumn.create("text", texts),
                y);
    }

    /** Rows in which one column alone differs lie on a line with half of all others, and none of those counts. */
    @Test
    void columnsOfFewValuesAreLookedThroughInTime() {
        var random = new Random(1);
        var flag = DoubleColumn.create("flag");
        var age = DoubleColumn.create("age");
        var y = IntColumn.create("y");
        for (int row = 0; row < 12_000; row++) {
            flag.append(random.nextInt(2));
            age.append(18 + random.nextInt(4_000) / 50.0);
            y.append(row % 2);
        }
        var all = Table.create("people", flag, age, y);

        assertTimeout(
                Duration.ofSeconds(30),
                () ->
                        LeakageCheck.of("y")
                                .check(all.inRange(0, 6_000), all.inRange(6_000, 12_000)));
    }

    @Test
    void aStepThatRefusesTheRowsOfTheOriginIsNoWayForThem() {
        var raw = people();
        raw.doubleColumn("age").setMissing(3);
        var filled = new SimpleImputer().fit(raw, "y");
        var whole = filled.apply(raw);
        var normal = new Normalizer().fit(whole, "y");
        var split = Split.random(whole, 0.3, 42);

        var report =
                LeakageCheck.of("y")
                        .fitted(filled, normal)
                        .from(raw)
                        .check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST).stream().map(Leak::subject))
                .contains("SimpleImputer");
    }

    @Test
    void columnsMayBeLeftOutTwiceAndBeInOneTableOnly() {
        var split = Split.random(people(), 0.3, 42);
        var more = split.test().copy();
        more.addColumns(IntColumn.indexColumn("place", more.rowCount(), 0));

        var check = LeakageCheck.of("y").without("age", "age", "place");

        assertThat(check.check(split.train(), more).isClean()).isTrue();
        assertThatThrownBy(() -> check.check(split.train(), split.test()))
                .hasMessageStartingWith("no column 'place' in training table 'people'");
    }

    @Test
    void aTextThatNamesTheLabelIsAProxyAndOneThatIsAnotherInEachRowIsNone() {
        var table = people();
        var status = StringColumn.create("status");
        var note = StringColumn.create("note");
        for (int row = 0; row < table.rowCount(); row++) {
            status.append(table.intColumn("y").get(row) == 1 ? "gone" : "here");
            note.append("note " + row);
        }
        var split = Split.random(table.addColumns(status, note), 0.3, 42);

        var report = LeakageCheck.of("y").check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.LABEL_PROXY).stream().map(Leak::subject))
                .containsExactly("status");
    }

    @Test
    void whatIsWrittenDownAfterTheLabelIsNamed() {
        var table = people();
        var day = DateColumn.create("day");
        var closed = DateColumn.create("closed");
        var start = LocalDate.of(2026, 1, 1);
        for (int row = 0; row < table.rowCount(); row++) {
            day.append(start.plusDays(row));
            boolean isFilled = table.intColumn("y").get(row) == 1 && row % 8 == 0;
            if (isFilled) {
                closed.append(start.plusDays(row + 5));
            } else {
                closed.appendMissing();
            }
        }
        var all = table.addColumns(day, closed);
        var train = all.inRange(0, 150);

        var leaks =
                LeakageCheck.of("y")
                        .time("day")
                        .check(train, all.inRange(150, 200))
                        .leaks(Leak.Kind.AFTER_THE_LABEL);

        assertThat(leaks.stream().map(Leak::text))
                .containsExactly(
                        "column 'closed' is filled in 19 training rows, and 100 % of them are of class '1', which has 25 % of all",
                        "column 'closed' is later than 'day' in 19 of 150 training rows");
    }

    @Test
    void tablesOfDifferentOriginAreToldApart() {
        var split = Split.random(people(), 0.3, 42);
        var moved = split.test().copy();
        for (int row = 0; row < moved.rowCount(); row++) {
            moved.doubleColumn("income").set(row, moved.doubleColumn("income").get(row) + 2);
        }

        var same = LeakageCheck.of("y").check(split.train(), split.test());
        var apart = LeakageCheck.of("y").check(split.train(), moved);

        assertThat(same.leaks(Leak.Kind.DISTINGUISHABLE)).isEmpty();
        assertThat(same.adversaryAuc()).isBetween(0.3, 0.7);
        assertThat(apart.adversaryAuc()).isGreaterThan(0.85);
        assertThat(apart.leaks(Leak.Kind.DISTINGUISHABLE).get(0).text())
                .endsWith("; they differ most in 'income'");
    }

    @Test
    void aCleanSplitIsClean() {
        var split = Split.stratified(people(), "y", 0.3, 42);

        var report = LeakageCheck.of("y").check(split.train(), split.test());

        assertThat(report.isClean()).isTrue();
        assertThat(report)
                .hasToString("140 rows to learn from, 60 rows to judge by: no leak was found");
    }

    @Test
    void slipsAreToldAndChangeNothing() {
        var split = Split.random(people(), 0.3, 42);
        var train = split.train();
        var test = split.test();
        var before = train.printAll();

        assertThatThrownBy(() -> LeakageCheck.of("z").check(train, test))
                .hasMessage(
                        "no column 'z' in training table 'people'. There are: age, income, city, y");
        assertThatThrownBy(() -> LeakageCheck.of("y").group("town").check(train, test))
                .hasMessageStartingWith("no column 'town' in training table 'people'");
        assertThatThrownBy(() -> LeakageCheck.of("y").time("city").check(train, test))
                .hasMessage(
                        "column 'city' holds text, and a time is wanted: dates, times of a date, or numbers that grow");
        assertThatThrownBy(() -> LeakageCheck.of("y").check(train, test.emptyCopy()))
                .hasMessage("the test table has no rows; there is nothing to compare");
        assertThatThrownBy(
                        () ->
                                LeakageCheck.of("y")
                                        .check(
                                                train.where(train.intColumn("y").isEqualTo(0)),
                                                test))
                .hasMessageStartingWith("label 'y' has one class only, '0'");
        assertThat(train.printAll()).isEqualTo(before);
    }
}
