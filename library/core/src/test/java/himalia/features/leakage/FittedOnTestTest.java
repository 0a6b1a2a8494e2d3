package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.FittedStep;
import himalia.features.MinMaxScaler;
import himalia.features.MissingIndicator;
import himalia.features.OneHotEncoder;
import himalia.features.RobustScaler;
import himalia.features.SimpleImputer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.model.Feature;
import himalia.model.Provenance;
import himalia.reference.ModelReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Ways that rows can have gone are walked once, however many steps and models are asked. */
class FittedOnTestTest {
    /** Counts how often it is applied. */
    private record Counting(FittedStep inner, AtomicInteger count) implements FittedStep {
        @Override
        public Step step() {
            return inner.step();
        }

        @Override
        public List<Feature> reads() {
            return inner.reads();
        }

        @Override
        public Table apply(Table table) {
            count.incrementAndGet();
            return inner.apply(table);
        }

        @Override
        public Provenance provenance() {
            return inner.provenance();
        }
    }

    @Test
    void aTableIsMadeOnceWhoeverIsAsked() {
        var raw = ModelReference.table("imb_2d");
        var count = new AtomicInteger();
        var step = new Counting(new StandardScaler().fit(raw, "y"), count);
        var split = Split.stratified(step.apply(raw), "y", 0.3, 42);
        var fitted = new ArrayList<Fitted>();
        fitted.add(new Fitted("scaler", step.provenance(), step));
        for (int i = 0; i < 5; i++) {
            fitted.add(new Fitted("model" + i, Provenance.of(raw), null));
        }
        fitted.add(new Fitted("stranger", Provenance.UNKNOWN, null));
        count.set(0);

        var leaks =
                new FittedOnTest(split.train(), split.test(), "y", fitted, List.of(raw)).leaks();

        var told = leaks.subList(0, 6);
        assertThat(told.stream().map(Leak::subject))
                .containsExactly("scaler", "model0", "model1", "model2", "model3", "model4");
        assertThat(told.stream().map(leak -> leak.rows().size()).distinct())
                .containsExactly(split.test().rowCount());
        assertThat(leaks.get(6).text())
                .isEqualTo(
                        "whether stranger has learnt from test rows could not be checked: nobody knows which rows it has learnt from");
        // Once to see which way the training rows have gone, and once to go it.
        assertThat(count).hasValue(2);
    }

    @Test
    void whatWasLearntBehindAnotherStepIsFoundInEveryRow() {
        var raw = ModelReference.table("mixed");
        var imputer = new SimpleImputer(SimpleImputer.Strategy.MOST_FREQUENT).fit(raw, "y");
        var filled = imputer.apply(raw);
        var encoder = new OneHotEncoder().fit(filled, "y");
        var split = Split.stratified(encoder.apply(filled), "y", 0.3, 42);

        var report =
                LeakageCheck.of("y")
                        .fitted(imputer, encoder)
                        .from(raw)
                        .check(split.train(), split.test());

        assertThat(report.leaks(Leak.Kind.FITTED_ON_TEST))
                .extracting(leak -> leak.rows().size())
                .containsExactly(split.test().rowCount(), split.test().rowCount());
    }

    /** A table that holds a part of the rows does not say that there were no others. */
    @Test
    void aStepOfMoreRowsThanAreNamedIsNotClean() {
        var random = new java.util.Random(8);
        var x = DoubleColumn.create("x", random.doubles(400).toArray());
        var y =
                tech.tablesaw.api.IntColumn.create(
                        "y", java.util.stream.IntStream.range(0, 400).map(i -> i % 2).toArray());
        var table = tech.tablesaw.api.Table.create(x, y);
        var train = table.first(300);
        var test = table.last(100);
        var all = new StandardScaler("x").fit(table, "y");
        var own = new StandardScaler("x").fit(train, "y");

        assertThat(
                        LeakageCheck.of("y")
                                .fitted(all)
                                .from(train)
                                .check(all.apply(train), all.apply(test))
                                .leaks(Leak.Kind.NOT_CHECKED))
                .hasSize(1);
        assertThat(
                        LeakageCheck.of("y")
                                .fitted(own)
                                .from(train)
                                .check(own.apply(train), own.apply(test))
                                .isClean())
                .isTrue();
    }

    /** Rounded, test rows are others, and the training rows alone are known again. */
    @Test
    void aModelOfRowsThatStandNowhereIsNotClean() {
        var x = LeakageNotesTest.chance("x", 400, 8);
        var table = Table.create(x, LeakageNotesTest.halves(400));
        var train = table.first(300);
        var test = table.last(100).copy();
        test.replaceColumn(
                "x", test.doubleColumn("x").multiply(1e6).round().divide(1e6).setName("x"));
        var all = new Fitted("model", Provenance.of(table), null);
        var own = new Fitted("model", Provenance.of(train), null);

        assertThat(leaks(train, test, all))
                .singleElement()
                .satisfies(
                        leak -> {
                            assertThat(leak.kind()).isEqualTo(Leak.Kind.NOT_CHECKED);
                            assertThat(leak.text())
                                    .isEqualTo(
                                            "whether model has learnt from test rows could not be checked: 100 of the 400 rows that it has learnt from stand in none of the tables that were named");
                        });
        assertThat(leaks(train, test, own)).isEmpty();
        assertThat(leaks(train, test.append(train.first(1)), all)).hasSize(1);
        assertThat(leaks(train.append(train.first(9)), test, own)).isEmpty();
    }

    /** Zeros stay zeros by many steps: that a row could have come by another way than the training rows did says nothing. */
    @Test
    void waysThatNoTrainingRowHasGoneAreNone() {
        for (int seed = 1; seed <= 20; seed++) {
            var random = new java.util.Random(seed);
            var all =
                    Table.create(
                            DoubleColumn.create("a"),
                            DoubleColumn.create("b"),
                            DoubleColumn.create("c"));
            for (int row = 0; row < 400; row++) {
                all.doubleColumn("a").append(random.nextInt(3) == 0 ? random.nextInt(50) : 0);
                all.doubleColumn("b").append(random.nextInt(4) == 0 ? random.nextInt(90) : 0);
                all.doubleColumn("c").append(random.nextInt(300));
            }
            all.addColumns(LeakageNotesTest.halves(400));
            var split = Split.stratified(all, "y", 0.25, seed);
            for (var chain :
                    List.of(
                            List.of(new RobustScaler(), new MinMaxScaler()),
                            List.of(
                                    new MinMaxScaler(),
                                    new RobustScaler(),
                                    new StandardScaler()))) {
                var train = split.train();
                var test = split.test();
                var check = LeakageCheck.of("y").from(all);
                for (var step : chain) {
                    var fitted = step.fit(train, "y");
                    train = fitted.apply(train);
                    test = fitted.apply(test);
                    check = check.fitted(fitted);
                }
                assertThat(check.check(train, test).leaks(Leak.Kind.FITTED_ON_TEST)).isEmpty();
            }
        }
    }

    @Test
    void fourStepsInARowAreFollowed() {
        var all = twoColumns();
        var a = new StandardScaler("v").fit(all, "y");
        var b = new MinMaxScaler("w").fit(a.apply(all), "y");
        var c = new RobustScaler("v").fit(b.apply(a.apply(all)), "y");
        var d = new MinMaxScaler("v", "w").fit(c.apply(b.apply(a.apply(all))), "y");
        var train = all.first(225);
        var test = all.last(75);
        for (var step : List.of(a, b, c, d)) {
            train = step.apply(train);
            test = step.apply(test);
        }

        assertThat(LeakageCheck.of("y").fitted(a, b, c, d).from(all).check(train, test).leaks())
                .extracting(Leak::text)
                .allMatch(text -> text.endsWith("has learnt from 75 of 75 test rows"))
                .hasSize(4);
    }

    /** A city of its own stands in neither table, because the encoder refuses it; the other rows have their way. */
    @Test
    void aRowThatAStepRefusesHidesNoOther() {
        var all = twoColumns();
        var city = StringColumn.create("city");
        for (int row = 0; row < 300; row++) {
            city.append(row == 299 ? "z" : row % 3 == 0 ? "a" : "b");
        }
        all.addColumns(city);
        // Other towns, and forty with a name of their own.
        var others = all.first(140).copy();
        for (int row = 0; row < 140; row++) {
            others.stringColumn("city").set(row, row < 100 ? "other" : "town " + row);
            others.doubleColumn("v").set(row, 2.0 + row);
        }
        var origin = others.append(all);
        var encoder = new OneHotEncoder("city").fit(all.first(225), "y");
        var leaky = new StandardScaler("v").fit(encoder.apply(all.first(299)), "y");
        var own = new StandardScaler("v").fit(encoder.apply(all.first(225)), "y");

        for (var scaler : List.of(leaky, own)) {
            var report =
                    LeakageCheck.of("y")
                            .fitted(encoder, scaler)
                            .from(origin)
                            .check(
                                    scaler.apply(encoder.apply(all.first(225))),
                                    scaler.apply(encoder.apply(all.inRange(225, 299))));
            assertThat(report.leaks())
                    .extracting(Leak::text)
                    .isEqualTo(
                            scaler == own
                                    ? List.of()
                                    : List.of("StandardScaler has learnt from 74 of 74 test rows"));
        }
    }

    /** Training and test rows were read from two files, and both were learnt from. */
    @Test
    void rowsOfTwoTablesAreKnown() {
        var all = twoColumns();
        var train = all.first(225);
        var test = all.last(75);
        var step = new StandardScaler().fit(all, "y");

        assertThat(
                        LeakageCheck.of("y")
                                .fitted(step)
                                .from(train, test)
                                .check(step.apply(train), step.apply(test))
                                .leaks())
                .extracting(Leak::text)
                .containsExactly("StandardScaler has learnt from 75 of 75 test rows");
    }

    /** A step that was fitted behind an imputer takes none of the rows whose number is missing; these are all rows of a part. */
    @Test
    void fourStepsWithMissingCellsAreFollowed() {
        for (int seed = 1; seed <= 10; seed++) {
            var random = new java.util.Random(seed);
            var all = Table.create(DoubleColumn.create("a"), DoubleColumn.create("b"));
            for (int row = 0; row < 600; row++) {
                if (random.nextInt(5) == 0) {
                    all.doubleColumn("a").appendMissing();
                } else {
                    all.doubleColumn("a").append(random.nextGaussian());
                }
                all.doubleColumn("b").append(random.nextInt(4) == 0 ? random.nextInt(9) : 0);
            }
            all.addColumns(LeakageNotesTest.halves(600));
            var split = Split.stratified(all, "y", 0.25, seed);
            for (var learnt : List.of(split.train(), all)) {
                var rows = learnt;
                var train = split.train();
                var test = split.test();
                var check = LeakageCheck.of("y").from(all);
                for (var step :
                        List.of(
                                new MissingIndicator(),
                                new SimpleImputer(),
                                new StandardScaler(),
                                new MinMaxScaler())) {
                    var fitted = step.fit(rows, "y");
                    rows = fitted.apply(rows);
                    train = fitted.apply(train);
                    test = fitted.apply(test);
                    check = check.fitted(fitted);
                }
                var report = check.check(train, test);
                int named = report.leaks(Leak.Kind.FITTED_ON_TEST).size();
                int unchecked = report.leaks(Leak.Kind.NOT_CHECKED).size();
                assertThat(named).isEqualTo(learnt == all ? 4 : 0);
                assertThat(unchecked).isZero();
            }
        }
    }

    static Table twoColumns() {
        var random = new java.util.Random(3);
        return Table.create(
                "all",
                DoubleColumn.create("v", random.doubles(300).toArray()),
                DoubleColumn.create("w", random.doubles(300).toArray()),
                LeakageNotesTest.halves(300));
    }

    private static List<Leak> leaks(Table train, Table test, Fitted each) {
        return new FittedOnTest(train, test, "y", List.of(each), List.of()).leaks();
    }

    private static Table labelled(Table rows, Column<?> label) {
        return rows.copy().replaceColumn("y", label);
    }

    /** A class is a text: a CSV file makes a number of "1", and a truth of "true". */
    @Test
    void aLabelOfAnotherKindHidesNoRow() {
        var rows = ModelReference.table("imb_2d");
        var y = rows.intColumn("y");
        int count = rows.rowCount();
        IntFunction<String> number = row -> String.valueOf(y.getInt(row));
        IntFunction<String> truth = row -> String.valueOf(y.getInt(row) == 1);
        var words = IntStream.range(0, count).mapToObj(truth).toList();
        var truths = BooleanColumn.create("y", words.stream().map(Boolean::valueOf).toList());
        var pairs =
                List.of(
                        List.of(
                                labelled(
                                        rows,
                                        StringColumn.create(
                                                "y", IntStream.range(0, count).mapToObj(number))),
                                rows),
                        List.of(
                                labelled(rows, StringColumn.create("y", words)),
                                labelled(rows, truths)));
        for (var pair : pairs) {
            for (int learnt = 0; learnt < 2; learnt++) {
                var known = Provenance.of(pair.get(learnt));
                var right = Provenance.of(pair.get(learnt).first(count - 30));
                for (int last = 0; last < 2; last++) {
                    var train = pair.get(1 - learnt).first(count - 30);
                    var test = pair.get(last).last(30);

                    assertThat(asked(train, test, new Fitted("model", known, null)))
                            .extracting(Leak::kind)
                            .containsExactly(Leak.Kind.FITTED_ON_TEST);
                    assertThat(asked(train, test, new Fitted("model", right, null))).isEmpty();
                }
            }
        }
    }

    private static List<Leak> asked(Table train, Table test, Fitted fitted) {
        var all = List.of(fitted);
        return new LabelKinds(train, test, "y", all, List.of())
                .leaks(new FittedOnTest(train, test, "y", all, List.of()));
    }
}
