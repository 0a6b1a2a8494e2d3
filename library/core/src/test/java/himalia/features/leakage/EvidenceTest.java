package himalia.features.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.Split;
import himalia.features.FittedStep;
import himalia.features.StandardScaler;
import himalia.model.Provenance;
import himalia.sampling.RandomOverSampler;
import himalia.sampling.RandomUnderSampler;
import himalia.table.RowFingerprints;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Models and steps that have learnt from sampled rows, from two files, from another split: who is right is never blamed, and who is not never clean. */
@Tag("once")
class EvidenceTest {
    /** Columns of real numbers, of many zeros, and of six kinds of rows in all. */
    private static Table table(int kind, int seed) {
        var random = new Random(seed);
        var table = Table.create("all", DoubleColumn.create("a"), DoubleColumn.create("b"));
        var label = StringColumn.create("y");
        for (int row = 0; row < 600; row++) {
            switch (kind) {
                case 0 -> {
                    table.doubleColumn("a").append(random.nextGaussian());
                    table.doubleColumn("b").append(random.nextGaussian());
                }
                case 1 -> {
                    table.doubleColumn("a").append(random.nextInt(3) == 0 ? random.nextInt(60) : 0);
                    table.doubleColumn("b").append(random.nextInt(200));
                }
                default -> {
                    table.doubleColumn("a").append(random.nextInt(2));
                    table.doubleColumn("b").append(random.nextInt(3));
                }
            }
            label.append(random.nextInt(100) < 45 ? "p" : "q");
        }
        return table.addColumns(label);
    }

    private static Fitted model(Table learnt) {
        return new Fitted("model", Provenance.of(learnt), null);
    }

    /** A model of a file that holds each hash once. */
    private static Fitted older(Table learnt) {
        var rows = RowFingerprints.of(learnt);
        var once = RowFingerprints.of(rows.columns(), rows.rows(), rows.hashes());
        return new Fitted("model", new Provenance(once, ""), null);
    }

    private static Fitted step(FittedStep step) {
        return new Fitted("step", step.provenance(), step);
    }

    private record Notebook(
            String name,
            boolean isRight,
            Table train,
            Table test,
            List<Fitted> fitted,
            Table... from) {
        private boolean isToldWrong() {
            var leaks = new FittedOnTest(train, test, "y", fitted, List.of(from)).leaks();
            return isRight
                    ? leaks.stream().anyMatch(leak -> leak.kind() == Leak.Kind.FITTED_ON_TEST)
                    : leaks.isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void whoIsRightIsNotBlamedAndWhoIsNotIsNotClean(int kind) {
        var wrong = new ArrayList<String>();
        for (int seed = 1; seed <= 4; seed++) {
            for (var each : notebooks(table(kind, seed), seed)) {
                if (each.isToldWrong()) {
                    wrong.add(each.name() + " " + seed);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static List<Notebook> notebooks(Table all, int seed) {
        UnaryOperator<Table> over = rows -> new RandomOverSampler(seed).resample(rows, "y");
        UnaryOperator<Table> under = rows -> new RandomUnderSampler(seed).resample(rows, "y");
        var split = Split.stratified(all, "y", 0.25, seed);
        var train = split.train();
        var test = split.test();
        var part = Split.stratified(train, "y", 0.2, seed).train();
        var other = Split.stratified(all, "y", 0.25, seed + 50).train();
        var books = new ArrayList<Notebook>();
        for (var from : List.of(new Table[0], new Table[] {all})) {
            var name = from.length == 0 ? "" : ", from all";
            books.addAll(
                    List.of(
                            book("over, before", true, train, test, model(over.apply(train)), from),
                            book(
                                    "over",
                                    true,
                                    over.apply(train),
                                    test,
                                    model(over.apply(train)),
                                    from),
                            book("training and validation", true, part, test, model(train), from),
                            book(
                                    "under behind it",
                                    true,
                                    under.apply(train),
                                    test,
                                    model(train),
                                    from),
                            book("older", true, train, test, older(train), from),
                            book(
                                    "twice",
                                    true,
                                    train,
                                    test,
                                    model(train.copy().append(train)),
                                    from),
                            book("all", false, train, test, model(all), from),
                            book("all, older", false, train, test, older(all), from),
                            book(
                                    "all, twice",
                                    false,
                                    train,
                                    test,
                                    model(all.copy().append(all)),
                                    from),
                            book("all, under", false, under.apply(train), test, model(all), from),
                            book(
                                    "all, over",
                                    false,
                                    over.apply(train),
                                    test,
                                    model(over.apply(all)),
                                    from),
                            book("another split" + name, false, train, test, model(other), from)));
        }
        var right = new StandardScaler().fit(train, "y");
        var leaky = new StandardScaler().fit(all, "y");
        for (var sampler : List.of(UnaryOperator.<Table>identity(), over, under)) {
            for (var step : List.of(right, leaky)) {
                var made = sampler.apply(step.apply(train));
                var asked = step.apply(test);
                books.add(book("two files", step == right, made, asked, step(step), train, test));
                books.add(
                        book(
                                "two files, one without labels",
                                step == right,
                                made,
                                asked,
                                step(step),
                                train,
                                test.rejectColumns("y")));
            }
            books.add(
                    book(
                            "its own table alone",
                            true,
                            sampler.apply(right.apply(train)),
                            right.apply(test),
                            step(right),
                            train));
        }
        var made = right.apply(train);
        var asked = right.apply(test);
        for (var learnt : Arrays.asList(made, over.apply(made), right.apply(all))) {
            books.add(
                    new Notebook(
                            "a model behind a step",
                            learnt.rowCount() != all.rowCount() || learnt == made,
                            made,
                            asked,
                            List.of(step(right), model(learnt)),
                            all));
        }
        return books;
    }

    private static Notebook book(
            String name, boolean isRight, Table train, Table test, Fitted fitted, Table... from) {
        return new Notebook(name, isRight, train, test, List.of(fitted), from);
    }
}
